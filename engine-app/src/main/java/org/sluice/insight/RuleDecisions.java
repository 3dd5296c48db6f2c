package org.sluice.insight;

import java.util.List;
import java.util.Map;
import org.sluice.process.LocalText;
import org.sluice.rules.FactCatalogue;
import org.sluice.rules.Finding;
import org.sluice.rules.RuleGroup;
import org.sluice.ui.cases.CaseDesk.DecisionView;
import org.sluice.ui.cases.CaseDesk.FiredRow;
import org.springframework.stereotype.Component;

/** What the rules said about a case, each rule as it stood in the release that was asked. */
@Component
class RuleDecisions {

    private static final String HOUSE_POLICY = "house policy";

    private final CaseReader reader;

    RuleDecisions(CaseReader reader) {
        this.reader = reader;
    }

    DecisionView of(CaseReader.Kept kept) {
        var group = group(kept.decision());
        var rules = reader.rules(kept.release(), kept.decision());
        return new DecisionView(
                kept.decision(),
                kept.element(),
                group.label(),
                kept.release(),
                kept.at(),
                kept.outcome().get(0),
                kept.fired().stream()
                        .map(id -> id.startsWith(Finding.MISSING) ? missing(group, id) : fired(id, rules))
                        .toList());
    }

    private FiredRow fired(String id, Map<String, CaseReader.KeptRule> rules) {
        var rule = rules.get(id);
        if (rule == null) {
            throw new IllegalStateException("The release has no rule " + id);
        }
        return new FiredRow(
                id,
                rule.statement(),
                Map.of("severity", rule.severity()),
                rule.refs().contains(HOUSE_POLICY),
                reader.clauses(rule.refs().stream()
                        .filter(ref -> !ref.equals(HOUSE_POLICY))
                        .toList()));
    }

    /** The group of rules that the decision asked. */
    static RuleGroup group(String decision) {
        return RuleGroup.named(decision.substring(CaseReader.RULES.length()));
    }

    /** That a fact is missing, in words; one that is in no catalogue any more is called by its name. */
    static LocalText missingText(RuleGroup group, String id) {
        var name = id.substring(Finding.MISSING.length());
        var label = FactCatalogue.of(group).stream()
                .filter(fact -> fact.name().equals(name))
                .map(FactCatalogue.Fact::label)
                .findFirst()
                .orElse(new LocalText(name, name));
        return new LocalText("缺少事实：" + label.zh(), "A fact is missing: " + label.en());
    }

    private static FiredRow missing(RuleGroup group, String id) {
        return new FiredRow(id, missingText(group, id), Map.of("severity", "MANUAL"), false, List.of());
    }
}
