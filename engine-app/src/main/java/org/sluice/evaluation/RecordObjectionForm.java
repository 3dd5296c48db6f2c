package org.sluice.evaluation;

import static org.sluice.shared.Details.details;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.Problems;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.process.evaluation.RecordObjection;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** Procurement enters the supplier's answer, whichever it is; without one the term ends the wait. */
@Component
class RecordObjectionForm implements TaskForm<RecordObjection> {

    private final EvaluationStore store;
    private final Notices notices;
    private final Objections objections;
    private final CaseFiles files;
    private final Parameters parameters;
    private final Clock clock;
    private final EvaluationEvents events;

    RecordObjectionForm(
            EvaluationStore store,
            Notices notices,
            Objections objections,
            CaseFiles files,
            Parameters parameters,
            Clock clock,
            EvaluationEvents events) {
        this.store = store;
        this.notices = notices;
        this.objections = objections;
        this.files = files;
        this.parameters = parameters;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public String key() {
        return EvaluationCycleProcess.Task.RECORD_OBJECTION;
    }

    @Override
    public Class<RecordObjection> body() {
        return RecordObjection.class;
    }

    @Override
    public RecordObjection example(CaseId caseId) {
        return new RecordObjection(false, today(), "The supplier accepts the grade in writing.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of();
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("evaluation.objection.due")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, RecordObjection body) {
        var evaluation = store.get(caseId);
        evaluation.mustBe(Evaluation.State.SCORED);
        checkDay(caseId, Objects.requireNonNull(body.receivedOn()));
        objections.record(caseId, body, actor.id());
        var objects = Boolean.TRUE.equals(body.objects());
        if (objects) {
            store.state(caseId, Evaluation.State.OBJECTED);
            files.state(caseId, Evaluation.State.OBJECTED.name());
        }
        events.publish(
                objects ? "evaluation.objected" : "evaluation.gradeAccepted",
                evaluation,
                actor,
                details("answerReceived", String.valueOf(body.receivedOn()), "objectionGrounds", body.grounds()));
        return Flags.of(EvaluationCycleProcess.OBJECTED, objects);
    }

    private void checkDay(CaseId caseId, LocalDate received) {
        var told = notices.of(caseId).get(0).toldAt().atZone(WorkingDays.ZONE).toLocalDate();
        new Problems()
                .when(received.isAfter(today()), "receivedOn", "dayToCome", today())
                .when(received.isBefore(told), "receivedOn", "beforeTold", told)
                .orThrow();
    }

    private LocalDate today() {
        return clock.instant().atZone(WorkingDays.ZONE).toLocalDate();
    }
}
