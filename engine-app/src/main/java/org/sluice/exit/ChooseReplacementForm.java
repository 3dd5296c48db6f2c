package org.sluice.exit;

import static org.sluice.shared.Details.details;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.exit.ChooseReplacement;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.process.exit.ReplacementChoice;
import org.sluice.shared.Actor;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.sluice.shared.TimerDates;
import org.springframework.stereotype.Component;

/** The steward chooses what takes over, or says why nothing does. */
@Component
class ChooseReplacementForm implements TaskForm<ChooseReplacement> {

    private final ExitStore store;
    private final ExitCases exits;
    private final Replacements replacements;
    private final TimerDates timers;
    private final Clock clock;

    ChooseReplacementForm(ExitStore store, ExitCases exits, Replacements replacements, TimerDates timers, Clock clock) {
        this.store = store;
        this.exits = exits;
        this.replacements = replacements;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public String key() {
        return DataExitProcess.Task.CHOOSE_REPLACEMENT;
    }

    @Override
    public Class<ChooseReplacement> body() {
        return ChooseReplacement.class;
    }

    @Override
    public ChooseReplacement example(CaseId caseId) {
        return replacements.best(store.get(caseId).product()).stream()
                .findFirst()
                .map(best -> new ChooseReplacement(
                        ReplacementChoice.REPLACE, best.product().code(), "Covers most fields and regions."))
                .orElse(new ChooseReplacement(ReplacementChoice.NONE, null, "No listed product is comparable."));
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(DataExitProcess.Task.APPROVE_EXIT);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return exits.due("exit.replacement.due", asked);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ChooseReplacement body) {
        var exit = exits.held(caseId, ExitState.AGREED);
        var reasons = Objects.requireNonNull(body.reasons());
        if (body.choice() == ReplacementChoice.NONE) {
            store.replacement(caseId, null, reasons);
            exits.publish("exit.notReplaced", exit, actor, details("reason", reasons));
            return Flags.of(DataExitProcess.REPLACED, false)
                    .and(DataExitProcess.CRITICAL, exit.assessed().critical());
        }
        var code = Objects.requireNonNull(body.product());
        var chosen = replacements
                .withCode(exit.product(), code)
                .orElseThrow(() -> new Invalid(List.of(new FieldProblem("product", "notComparable", code))));
        store.replacement(caseId, chosen.product().id(), reasons);
        exits.publish(
                "exit.replacementChosen",
                exit,
                actor,
                details(
                        "replacement", chosen.product().code(),
                        "score", chosen.score(),
                        "missingFields", String.join(", ", chosen.product().missingFields()),
                        "missingRegions", String.join(", ", chosen.product().missingRegions()),
                        "reason", reasons));
        return beginSwitch(exit);
    }

    /** The comparable products with what each of them lacks, the best first. */
    @Override
    public List<Choice> choices(CaseId caseId) {
        var best = replacements.best(store.get(caseId).product());
        return best.stream()
                .map(each -> new Choice(
                        "product", each.product().code(), replacements.label(each), each.equals(best.get(0))))
                .toList();
    }

    /** Side by side they run only while the product is still in use. */
    private Flags beginSwitch(Exit exit) {
        var days = exit.decided().parallelRunDays();
        var parallel = days > 0 && !exit.isBlocked();
        var flags = Flags.of(DataExitProcess.REPLACED, true).and(DataExitProcess.PARALLEL_RUN, parallel);
        if (!parallel) {
            return flags;
        }
        exits.state(exit.caseId(), ExitState.COMPARING);
        return flags.and(
                DataExitProcess.PARALLEL_RUN_UNTIL,
                timers.set(exit.caseId(), DataExitProcess.PARALLEL_RUN_UNTIL, new Term(clock.instant(), days)));
    }
}
