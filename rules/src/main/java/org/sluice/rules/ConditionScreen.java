package org.sluice.rules;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.sluice.rules.DrlTokens.Kind;
import org.sluice.rules.DrlTokens.Token;

/** Reads what stands between {@code when} and {@code then}: patterns over facts of the group, and comparisons. */
final class ConditionScreen {

    private static final int DEEPEST = 8;
    private static final Set<String> SIGNS =
            Set.of("(", ")", ",", ".", ":", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "!");
    private static final Set<String> PARAMETER_VERBS = Set.of("number", "numberFor", "whole");

    private final DrlReader text;
    private final Vocabulary words;
    private final Set<String> parameters;
    private final Map<String, String> variables = new HashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private int depth;

    /** @param parameters the keys that rules may ask for */
    ConditionScreen(DrlReader text, Vocabulary words, Set<String> parameters) {
        this.text = text;
        this.words = words;
        this.parameters = parameters;
    }

    /** Variable to the type of fact that it stands for. */
    Map<String, String> variables() {
        return variables;
    }

    /** Keys of the numbers that the condition asks for, in order. */
    Set<String> asked() {
        return asked;
    }

    void read() {
        Token before = new Token(Kind.SIGN, "", text.peek().line());
        while (!text.atEnd() && !text.peek().is("then") && !text.peek().is("rule")) {
            var token = text.next();
            switch (token.kind()) {
                case SIGN -> sign(token, before);
                case NUMBER -> number(token);
                case TEXT -> literal(token);
                case VARIABLE -> variable(token);
                case WORD -> word(token, before);
                case END -> {}
            }
            before = token;
        }
    }

    private void sign(Token token, Token before) {
        if (!SIGNS.contains(token.text())) {
            text.refuse(token, "条件中不允许 " + token.text() + "。", "A condition may not contain " + token.text() + ".");
        }
        if (token.is(".") && before.kind() != Kind.VARIABLE && !words.isChoice(before.text())) {
            text.refuse(token, "点号只能在变量或枚举之后。", "A dot may only follow a variable or the name of a choice.");
        }
        depth += token.is("(") ? 1 : 0;
        depth -= token.is(")") ? 1 : 0;
        if (depth > DEEPEST) {
            text.refuse(
                    token, "括号嵌套过深。", "The parentheses are nested too deep.", "拆成多条规则。", "Make several rules of it.");
            text.skipTo("then");
        }
    }

    private void number(Token token) {
        if (!token.text().equals("0")) {
            text.refuse(
                    token,
                    "规则文本中不允许数字 " + token.text() + "。",
                    "The text of a rule may not contain the number " + token.text() + ".",
                    "数字放在规则参数中：$p.whole(\"键\") 或 $p.number(\"键\")。",
                    "Numbers are rule parameters: $p.whole(\"key\") or $p.number(\"key\").");
        }
    }

    private void variable(Token token) {
        if (text.peek().is(":")
                && text.peek(1).kind() == Kind.WORD
                && words.isType(text.peek(1).text())) {
            if (variables.put(token.text(), text.peek(1).text()) != null) {
                text.refuse(
                        token,
                        token.text() + " 定义了两次。",
                        token.text() + " is bound twice.",
                        "换一个名字。",
                        "Give it another name.");
            }
        } else if (text.peek().is(".")
                && !words.isMemberOf(variables.get(token.text()), text.peek(1).text())) {
            text.refuse(
                    text.peek(1),
                    token.text() + " 没有 " + text.peek(1).text() + "，或该变量不是事实。",
                    token.text() + " has no " + text.peek(1).text() + ", or is no fact.");
        }
    }

    private void literal(Token token) {
        if (text.back(2).is("(") && PARAMETER_VERBS.contains(text.back(3).text())) {
            asked.add(token.text());
            if (!parameters.contains(token.text())) {
                text.refuse(
                        token,
                        "没有规则参数 " + token.text() + "。",
                        "There is no rule parameter " + token.text() + ".",
                        "先在 parameters.txt 中登记。",
                        "Enter it in parameters.txt first.");
            }
        } else if (!token.text().matches("[A-Z][A-Z_]*")) {
            text.refuse(
                    token,
                    "条件中不允许文本 \"" + token.text() + "\"。",
                    "A condition may not contain the text \"" + token.text() + "\".",
                    "文本只能是参数键，或大写代码（如 \"TAX\"）。",
                    "A text is the key of a parameter, or a code in capitals such as \"TAX\".");
        }
    }

    private void word(Token token, Token before) {
        var word = token.text();
        boolean known;
        if (before.is(".")) {
            var owner = text.back(3);
            known = owner.kind() == Kind.VARIABLE
                    ? words.isMemberOf(variables.get(owner.text()), word)
                    : words.isConstant(owner.text(), word);
        } else if (words.isChoice(word)) {
            known = text.peek().is(".");
        } else if (words.isType(word)) {
            known = text.peek().is("(");
        } else {
            known = Vocabulary.LANGUAGE.contains(word) || words.isMember(word);
        }
        if (!known) {
            text.refuse(token, "不认识或不允许的词：" + word + "。", "A word that is unknown or not allowed: " + word + ".");
        }
    }
}
