package org.sluice.exit;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.process.exit.AssessExit;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.process.exit.ExitTrigger;
import org.sluice.shared.Actor;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** The steward says what the urgency depends on. */
@Component
class AssessExitForm implements TaskForm<AssessExit> {

    private final ExitStore store;
    private final ExitCases exits;
    private final Replacements replacements;

    AssessExitForm(ExitStore store, ExitCases exits, Replacements replacements) {
        this.store = store;
        this.exits = exits;
        this.replacements = replacements;
    }

    @Override
    public String key() {
        return DataExitProcess.Task.ASSESS_EXIT;
    }

    @Override
    public Class<AssessExit> body() {
        return AssessExit.class;
    }

    @Override
    public AssessExit example(CaseId caseId) {
        var exit = store.get(caseId);
        return new AssessExit(
                exit.trigger() == ExitTrigger.SECURITY_INCIDENT ? IncidentLevel.GENERAL : IncidentLevel.NONE,
                exit.trigger() != ExitTrigger.SOURCE_UNLAWFUL,
                replacements.isCritical(exit.product()),
                replacements.isReady(exit.product()),
                "Assessed after the use of the product.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of();
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return exits.due("exit.assess.due", asked);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, AssessExit body) {
        var exit = exits.held(caseId, ExitState.OPEN);
        var facts = Assessments.of(exit.trigger(), body, "");
        store.assessed(caseId, facts);
        exits.publish(
                "exit.assessed",
                exit,
                actor,
                details(
                        "incidentLevel", facts.incidentLevel(),
                        "sourceLawful", facts.sourceLawful(),
                        "critical", facts.critical(),
                        "replacementReady", facts.replacementReady(),
                        "comment", facts.comment()));
        return Flags.NONE;
    }

    /** What the house knows of it. */
    @Override
    public List<Choice> choices(CaseId caseId) {
        var product = store.get(caseId).product();
        return Stream.of(true, false)
                .flatMap(yes -> Stream.of(
                        choice("critical", yes, replacements.isCritical(product)),
                        choice("replacementReady", yes, replacements.isReady(product))))
                .toList();
    }

    private static Choice choice(String field, boolean yes, boolean proposed) {
        return new Choice(
                field, String.valueOf(yes), new LocalText(yes ? "是" : "否", yes ? "yes" : "no"), yes == proposed);
    }
}
