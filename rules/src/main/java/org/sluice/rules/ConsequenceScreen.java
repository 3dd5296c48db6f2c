package org.sluice.rules;

import java.util.Map;
import org.sluice.rules.DrlTokens.Kind;

/** Reads what stands between {@code then} and {@code end}: {@code $findings.found($fact, "field", …);}, once or more. */
final class ConsequenceScreen {

    private final DrlReader text;
    private final Vocabulary words;
    private final FactTable facts;
    private final RuleGroup group;
    private final Map<String, String> variables;

    /** @param variables what the condition has bound */
    ConsequenceScreen(
            DrlReader text, Vocabulary words, FactTable facts, RuleGroup group, Map<String, String> variables) {
        this.text = text;
        this.words = words;
        this.facts = facts;
        this.group = group;
        this.variables = variables;
    }

    void read() {
        if (!text.accept("then")) {
            text.refuse(
                    text.peek(),
                    "缺少 then。",
                    "The rule has no then.",
                    "写 when … then … end。",
                    "Write when … then … end.");
            return;
        }
        var calls = 0;
        while (!text.atEnd() && !text.peek().is("end")) {
            var start = text.peek();
            if (!call()) {
                text.refuse(
                        start,
                        "结论中只允许 $结果.found($事实, \"字段\", …);，不允许：" + start.text(),
                        "The consequence may only say $result.found($fact, \"field\", …); and not: " + start.text());
                text.skipTo("end");
                break;
            }
            calls++;
        }
        if (!text.accept("end")) {
            text.refuse(text.peek(), "缺少 end。", "The rule has no end.", "以 end 结束规则。", "Close the rule with end.");
        } else if (calls == 0) {
            text.refuse(text.back(1), "规则没有结论。", "The rule finds nothing.");
        }
    }

    private boolean call() {
        var result = text.next();
        if (!Vocabulary.RESULT.equals(variables.get(result.text()))
                || !text.accept(".")
                || !text.accept(Vocabulary.RESULT_VERB)
                || !text.accept("(")) {
            return false;
        }
        var type = variables.get(text.next().text());
        if (!words.isFact(type)) {
            return false;
        }
        while (text.accept(",")) {
            var field = text.next();
            if (field.kind() != Kind.TEXT || !words.isMemberOf(type, field.text())) {
                return false;
            }
            var fact = facts.fact(group, field.text());
            if (fact != null && fact.personal()) {
                text.refuse(
                        field,
                        field.text() + " 是个人信息，不得作为证据。",
                        field.text() + " is a person's data and no evidence.",
                        "用不含个人信息的字段作证据。",
                        "Show a field that holds no person's data.");
            }
        }
        return text.accept(")") && text.accept(";");
    }
}
