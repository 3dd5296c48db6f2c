package org.sluice.intake;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.intake.Feasibility;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.intake.RequirementState;
import org.sluice.process.intake.WriteFeasibilityNote;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** The intake desk writes down whether to go on, and how. */
@Component
class WriteFeasibilityNoteForm implements TaskForm<WriteFeasibilityNote> {

    private final Requirements requirements;
    private final RequirementStore store;
    private final Deadlines deadlines;

    WriteFeasibilityNoteForm(Requirements requirements, RequirementStore store, Deadlines deadlines) {
        this.requirements = requirements;
        this.store = store;
        this.deadlines = deadlines;
    }

    @Override
    public String key() {
        return RequirementIntakeProcess.Task.WRITE_FEASIBILITY_NOTE;
    }

    @Override
    public Class<WriteFeasibilityNote> body() {
        return WriteFeasibilityNote.class;
    }

    @Override
    public WriteFeasibilityNote example(CaseId caseId) {
        return new WriteFeasibilityNote(
                Feasibility.PROCEED, false, "Several suppliers offer it; no free public channel covers the fields.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return deadlines.onTheWay(caseId, "intake.feasibility.due", asked);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, WriteFeasibilityNote body) {
        var requirement = requirements.open(caseId);
        var conclusion = Objects.requireNonNull(body.conclusion());
        var note = Objects.requireNonNull(body.note());
        store.noted(caseId, conclusion, note);
        requirements.publish(
                "requirement.feasibilityNoted",
                requirement,
                actor,
                details("feasibility", conclusion, "freeChannel", body.freeChannel(), "feasibilityNote", note));
        switch (conclusion) {
            case BUILD_IN_HOUSE -> {
                requirements.end(requirement, RequirementState.CLOSED, "builtInHouse", note);
                requirements.publish("requirement.builtInHouse", requirement, actor, details());
            }
            case NOT_FEASIBLE -> {
                requirements.end(requirement, RequirementState.REJECTED, "notFeasible", note);
                requirements.publish("requirement.notFeasible", requirement, actor, details());
            }
            case PROCEED -> {
                // goes on to the budget
            }
        }
        return Flags.of(RequirementIntakeProcess.FEASIBLE, conclusion == Feasibility.PROCEED)
                .and(RequirementIntakeProcess.IN_HOUSE, conclusion == Feasibility.BUILD_IN_HOUSE);
    }
}
