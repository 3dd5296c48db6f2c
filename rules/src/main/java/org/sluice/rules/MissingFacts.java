package org.sluice.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sluice.process.LocalText;
import org.sluice.rules.facts.CaseFacts;
import org.sluice.rules.facts.RuleParameters;

/**
 * Finds what the rules need and nobody knows. An unknown fact fires no rule, so without this it would pass in silence;
 * what is needed comes from the rules' table and not from their text.
 */
final class MissingFacts {

    private final RuleGroup group;
    private final List<RuleTable.Entry> rules;
    private final FactTable facts;

    /** @param rules the rules of the group that are in the book */
    MissingFacts(RuleGroup group, List<RuleTable.Entry> rules, FactTable facts) {
        this.group = group;
        this.rules = List.copyOf(rules);
        this.facts = facts;
    }

    /** One finding for each missing fact, in the order in which the rules ask for them. */
    List<Finding> of(CaseFacts given, RuleParameters numbers, String release) {
        var findings = new ArrayList<Finding>();
        asking(given, numbers).forEach((fact, rules) -> findings.add(finding(fact, List.copyOf(rules), release)));
        return findings;
    }

    /** The missing facts, in the order in which the rules ask for them. */
    List<String> names(CaseFacts given, RuleParameters numbers) {
        return List.copyOf(asking(given, numbers).keySet());
    }

    private Map<String, Set<RuleTable.Entry>> asking(CaseFacts given, RuleParameters numbers) {
        var asking = new LinkedHashMap<String, Set<RuleTable.Entry>>();
        var seen = facts.look(given.parts());
        for (var rule : rules) {
            for (var need : rule.needs()) {
                if (seen.unknown().contains(need.fact()) && need.applies(seen::value, numbers)) {
                    asking.computeIfAbsent(need.fact(), any -> new LinkedHashSet<>())
                            .add(rule);
                }
            }
        }
        return asking;
    }

    private Finding finding(String name, List<RuleTable.Entry> asking, String release) {
        var fact = facts.fact(group, name);
        var label = fact == null ? new LocalText(name, name) : fact.label();
        var ids = String.join(", ", asking.stream().map(RuleTable.Entry::id).toList());
        var refs = new LinkedHashSet<String>();
        asking.forEach(each -> refs.addAll(each.refs()));
        var layer = asking.stream()
                .map(RuleTable.Entry::layer)
                .min(Comparator.naturalOrder())
                .orElse(Layer.POLICY);
        return new Finding(
                Finding.MISSING + name,
                release,
                Severity.MANUAL,
                layer,
                false,
                List.of(group.keepsTheDossier()),
                new LocalText(
                        "缺少事实“" + label.zh() + "”，无法判断规则 " + ids,
                        "The fact \"" + label.en() + "\" is missing; these rules cannot be judged: " + ids),
                List.copyOf(refs),
                new TreeMap<>(Map.of("field", name, "rules", ids)),
                new LocalText(
                        "补充“" + label.zh() + "”及其证明材料后重新评估",
                        "Supply \"" + label.en() + "\" with its proof and evaluate again"));
    }
}
