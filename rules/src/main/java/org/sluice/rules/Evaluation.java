package org.sluice.rules;

import java.time.LocalDate;
import java.util.List;
import org.sluice.rules.facts.CaseFacts;
import org.sluice.rules.facts.RuleParameters;

/**
 * What the rule book says about one case; a record of it can be evaluated again and gives the same.
 *
 * @param release hash of texts, tables and parameters that were asked
 * @param on the day of the evaluation, which the rules took for today
 * @param findings gravest first, then by layer, then in the order of the rules' table
 * @param fired ids of the rules that fired, each once, in the order of the rules' table
 * @param facts as they were given
 * @param numbers as they were given
 */
public record Evaluation(
        RuleGroup group,
        String release,
        LocalDate on,
        Verdict verdict,
        List<Finding> findings,
        List<String> fired,
        CaseFacts facts,
        RuleParameters numbers) {

    public Evaluation {
        findings = List.copyOf(findings);
        fired = List.copyOf(fired);
    }

    /** Findings of one severity, in their order. */
    public List<Finding> of(Severity severity) {
        return findings.stream().filter(each -> each.severity() == severity).toList();
    }
}
