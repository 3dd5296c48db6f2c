package org.sluice.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sluice.process.LocalText;
import org.sluice.rules.DrlTokens.Kind;

/**
 * Reads one rule text and refuses whatever is not allowed in it. DRL is code: a rule could start a program. Therefore
 * nothing passes that is not named in {@link Vocabulary} or here, word by word and sign by sign, before any compiler
 * sees the text.
 */
final class DrlScreen {

    private static final int LONGEST = 100_000;
    private static final Pattern NAME = Pattern.compile("[A-Z]-[0-9]{2}[a-z]?( [A-Za-z0-9 ,-]+)?");
    private static final Set<String> ANNOTATIONS = Set.of("severity", "layer", "refs");

    /** From which line to which a rule goes; characters are refused before anybody knows in which rule they stand. */
    private record Span(String rule, int from, int to) {}

    private final String file;
    private final RuleGroup group;
    private final FactTable facts;
    private final Vocabulary words;
    private final Set<String> parameters;
    private final DrlReader text;
    private final List<RuleText> rules = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private final String plain;

    /** @param parameters the keys that rules may ask for */
    DrlScreen(String file, RuleGroup group, String drl, FactTable facts, Set<String> parameters) {
        this.file = file;
        this.group = group;
        this.facts = facts;
        this.words = Vocabulary.of(group);
        this.parameters = parameters;
        this.text = new DrlReader(file);
        if (drl.length() > LONGEST) {
            text.refuse(
                    1,
                    "文本超过 " + LONGEST + " 个字符。",
                    "The text is longer than " + LONGEST + " characters.",
                    new LocalText("每个文件一个主题，约 10 条规则。", "One subject a file, about 10 rules."));
            plain = "";
            return;
        }
        var cut = new DrlTokens(
                drl,
                (line, what) -> text.refuse(
                        line,
                        "不允许的字符或未闭合的文本：" + what.strip(),
                        "A character that may not stand here, or a text without an end: " + what.strip(),
                        new LocalText(
                                "规则只用 ASCII 字符，不用反斜杠；中文写在注释中。",
                                "Rules are plain ASCII without backslashes; other languages stand in comments.")));
        plain = cut.plain();
        text.read(cut.tokens());
        file();
    }

    /** In the order in which they were met. */
    List<RuleProblem> problems() {
        return text.problems().stream().map(this::withRule).toList();
    }

    /** The rules that stand in the text. */
    List<RuleText> rules() {
        return rules;
    }

    /** The text without its comments, line by line as it was. */
    String plain() {
        return plain;
    }

    private RuleProblem withRule(RuleProblem problem) {
        return spans.stream()
                .filter(each ->
                        problem.rule().isEmpty() && each.from() <= problem.line() && problem.line() <= each.to())
                .findFirst()
                .map(each -> new RuleProblem(file, problem.line(), each.rule(), problem.what(), problem.remedy()))
                .orElse(problem);
    }

    private void file() {
        packageLine();
        while (!text.atEnd()) {
            var token = text.peek();
            if (token.is("import")) {
                importLine();
            } else if (token.is("rule")) {
                rule();
                text.enter("");
            } else {
                text.refuse(
                        token,
                        "文件中只允许 package、import 和 rule，不允许 " + token.text() + "。",
                        "Only package, import and rule may stand in a file, not " + token.text() + ".",
                        "不得使用 function、global、declare、query、eval 等；结果写入 " + Vocabulary.RESULT + "。",
                        "No function, global, declare, query, eval and the like; results go to " + Vocabulary.RESULT
                                + ".");
                text.skipTo("rule");
            }
        }
    }

    private void packageLine() {
        var wanted = "org.sluice.rules.drl." + group.folder();
        var start = text.peek();
        var name = text.accept("package") ? dotted() : "";
        if (!name.equals(wanted)) {
            text.refuse(
                    start,
                    "package 缺失或不对：" + name + "。",
                    "The package is missing or another one: " + name + ".",
                    "第一行写 package " + wanted,
                    "Begin with: package " + wanted);
        }
    }

    private void importLine() {
        var start = text.next();
        var name = dotted();
        if (!words.mayImport(name)) {
            text.refuse(
                    start,
                    "不允许 import " + name + "。",
                    "Import of " + name + " is not allowed.",
                    "只能逐个 import 本组的事实：" + String.join("、", words.imports()),
                    "Import only the facts of this group, each by its name: " + String.join(", ", words.imports()));
        }
    }

    /** A name with dots, and the semicolon behind it; words that follow, as after {@code import static}, belong to it. */
    private String dotted() {
        var name = new StringBuilder();
        var line = text.peek().line();
        while (!text.atEnd() && text.peek().line() == line && !text.peek().is(";")) {
            var token = text.next();
            if (name.length() > 0 && token.kind() == Kind.WORD && name.charAt(name.length() - 1) != '.') {
                name.append(' ');
            }
            name.append(token.text());
        }
        text.accept(";");
        return name.toString();
    }

    private void rule() {
        var start = text.next();
        var name = text.peek();
        if (name.kind() == Kind.TEXT) {
            text.enter(text.next().text());
        }
        if (!NAME.matcher(text.rule()).matches()) {
            text.refuse(
                    name,
                    "规则名称缺失或不合规范：" + text.rule(),
                    "The rule's name is missing or not written as it must be: " + text.rule(),
                    "先写编号，再写几个英文词：S-03 dishonest judgment debtor",
                    "The id, then some words: S-03 dishonest judgment debtor");
        }
        var annotations = annotations();
        if (!text.accept("when")) {
            text.refuse(
                    text.peek(),
                    "规则属性不被允许：" + text.peek().text() + "。",
                    "Attributes of rules are not allowed: " + text.peek().text() + ".",
                    "去掉 salience、dialect、no-loop 等；规则的先后不影响结果。",
                    "Leave out salience, dialect, no-loop and the like; the order of rules changes no result.");
            text.skipTo("rule");
            return;
        }
        var condition = new ConditionScreen(text, words, parameters);
        condition.read();
        new ConsequenceScreen(text, words, facts, group, condition.variables()).read();
        spans.add(new Span(text.rule(), start.line(), text.back(1).line()));
        rules.add(new RuleText(
                file,
                text.rule(),
                start.line(),
                text.back(1).line(),
                annotations.getOrDefault("severity", ""),
                annotations.getOrDefault("layer", ""),
                annotations.getOrDefault("refs", ""),
                List.copyOf(condition.asked())));
    }

    private Map<String, String> annotations() {
        var found = new HashMap<String, String>();
        while (text.accept("@")) {
            var name = text.next();
            if (!ANNOTATIONS.contains(name.text()) || !text.accept("(")) {
                text.refuse(
                        name,
                        "不允许标注 @" + name.text() + "。",
                        "The annotation @" + name.text() + " is not allowed.",
                        "只写 @severity(..) @layer(..) @refs(\"..\")",
                        "Write only: @severity(..) @layer(..) @refs(\"..\")");
                continue;
            }
            var value = text.next();
            if ((value.kind() != Kind.WORD && value.kind() != Kind.TEXT)
                    || found.put(name.text(), value.text()) != null
                    || !text.accept(")")) {
                text.refuse(
                        name,
                        "标注的值无法读取。",
                        "The annotation's value cannot be read.",
                        "每个标注一个值。",
                        "One value for each annotation, once.");
            }
        }
        return found;
    }
}
