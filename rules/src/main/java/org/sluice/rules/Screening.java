package org.sluice.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sluice.process.LocalText;

/** All texts of a book, screened one by one and held against the rules' table. */
final class Screening {

    private final List<RuleProblem> problems = new ArrayList<>();
    private final List<RuleText> rules = new ArrayList<>();
    private final SortedMap<String, String> plain = new TreeMap<>();
    private final RuleTable table;

    /** @throws RuleBookRefused with everything that was found in all texts */
    Screening(Map<String, String> texts, RuleTable table, FactTable facts) {
        this.table = table;
        var parameters = ParameterKeys.shipped();
        texts.forEach((file, text) -> group(file)
                .ifPresentOrElse(
                        group -> {
                            var screen = new DrlScreen(file, group, text, facts, parameters);
                            problems.addAll(screen.problems());
                            rules.addAll(screen.rules());
                            plain.put(file, screen.plain());
                            screen.rules().forEach(each -> compare(each, group));
                        },
                        () -> problems.add(new RuleProblem(
                                file,
                                1,
                                "",
                                new LocalText(
                                        "没有这样的规则组或文件名：" + file,
                                        "No such group of rules, or no such file name: " + file),
                                new LocalText("路径写作 supplier/subject.drl", "A path reads supplier/subject.drl")))));
        eachIdOnce();
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(RuleProblem::file).thenComparing(RuleProblem::line));
            throw new RuleBookRefused(problems);
        }
    }

    List<RuleText> rules() {
        return rules;
    }

    SortedMap<String, String> plain() {
        return plain;
    }

    private static Optional<RuleGroup> group(String file) {
        return Stream.of(RuleGroup.values())
                .filter(each -> file.matches(each.folder() + "/[a-zA-Z]+\\.drl"))
                .findFirst();
    }

    private void compare(RuleText text, RuleGroup group) {
        var entry = table.find(text.id());
        if (entry == null || entry.group() != group) {
            problems.add(new RuleProblem(
                    text.file(),
                    text.line(),
                    text.name(),
                    new LocalText(
                            "规则表的本组中没有 " + text.id() + "。", "The rules' table has no " + text.id() + " in this group."),
                    new LocalText("先在 rules.csv 中登记规则。", "Enter the rule in rules.csv first.")));
            return;
        }
        agree(text, "severity", text.severity(), entry.severity().name());
        agree(text, "layer", text.layer(), entry.layer().name());
        agree(text, "refs", text.refs(), String.join(", ", entry.refs()));
    }

    private void agree(RuleText text, String what, String said, String wanted) {
        if (!said.equals(wanted)) {
            problems.add(new RuleProblem(
                    text.file(),
                    text.line(),
                    text.name(),
                    new LocalText(
                            "@" + what + " 与规则表不一致：" + said + " / " + wanted,
                            "@" + what + " contradicts the rules' table: '" + said + "' instead of '" + wanted + "'."),
                    new LocalText("两处写成一样。", "Make both say the same.")));
        }
    }

    private void eachIdOnce() {
        var seen = new HashMap<String, RuleText>();
        for (var rule : rules) {
            var first = seen.putIfAbsent(rule.id(), rule);
            if (first != null) {
                problems.add(new RuleProblem(
                        rule.file(),
                        rule.line(),
                        rule.name(),
                        new LocalText(
                                rule.id() + " 已在 " + first.file() + " 第 " + first.line() + " 行。",
                                rule.id() + " stands already in " + first.file() + ", line " + first.line() + "."),
                        new LocalText("每个编号只写一次。", "Write each id once.")));
            }
        }
    }
}
