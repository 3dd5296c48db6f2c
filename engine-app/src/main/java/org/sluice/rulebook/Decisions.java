package org.sluice.rulebook;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.rules.Evaluation;
import org.sluice.rules.FactCatalogue;
import org.sluice.rules.Finding;
import org.sluice.rules.Verdict;
import org.sluice.shared.Auditable;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Json;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was decided: by which release, on which facts, through which rows or rules. A record is never changed. */
@Service
public class Decisions {

    /** What stands before the group's name in the decision of a question to the rules. */
    private static final String RULES = "rules.";

    private static final int RULE_FACTS_SCHEMA = 1;

    private final JdbcClient jdbc;
    private final Releases releases;
    private final Json json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Decisions(JdbcClient jdbc, Releases releases, Json json, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.releases = releases;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /** What a decision keeps, its values as JSON. */
    private record Kept(
            String decision,
            String element,
            int release,
            String facts,
            int factsSchema,
            List<String> fired,
            String outcome) {}

    /**
     * What the rules said in all.
     *
     * @param findings ids of rules, and {@code X-MISS-<fact>} for what was missing, gravest first
     */
    record RuleOutcome(Verdict verdict, List<String> findings) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(CaseId caseId, DecisionStep step, Record facts, List<DecisionStep.Row> rows) {
        keep(
                caseId,
                new Kept(
                        step.decision(),
                        step.element(),
                        releases.current(),
                        json.write(facts),
                        step.factsSchema(),
                        rows.stream().map(DecisionStep.Row::row).toList(),
                        json.write(rows.stream().map(DecisionStep.Row::outputs).toList())));
    }

    /** Keeps the facts without a person's data, the rules that fired, and the facts that were missing. */
    void keep(CaseId caseId, String element, int release, Evaluation evaluation) {
        var fired = new ArrayList<>(evaluation.fired());
        evaluation.findings().stream()
                .filter(Finding::isMissingFact)
                .map(Finding::id)
                .forEach(fired::add);
        keep(
                caseId,
                new Kept(
                        RULES + evaluation.group().folder(),
                        element,
                        release,
                        json.write(FactCatalogue.recorded(evaluation.facts())),
                        RULE_FACTS_SCHEMA,
                        fired,
                        json.write(new RuleOutcome(
                                evaluation.verdict(),
                                evaluation.findings().stream().map(Finding::id).toList()))));
    }

    private void keep(CaseId caseId, Kept kept) {
        jdbc.sql("""
                        insert into sluice.decision_record
                            (case_id, decision, release, facts, facts_schema, fired, outcome, at, element)
                        values (?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(
                        caseId.value(),
                        kept.decision(),
                        kept.release(),
                        kept.facts(),
                        kept.factsSchema(),
                        kept.fired().toArray(String[]::new),
                        kept.outcome(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        kept.element())
                .update();
        events.publishEvent(Auditable.of("decision.taken", caseId, null, "decision " + kept.decision())
                .with("decision", kept.decision())
                .with("release", kept.release())
                .with("rows", String.join(", ", kept.fired())));
    }
}
