package org.sluice.evaluation;

import static org.sluice.shared.Details.details;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.sluice.process.CaseId;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/** Asks for the grade of the product that was scored. */
@Component
class GradeStep implements DecisionStep {

    /** The table's inputs. */
    record Facts(boolean veto, BigDecimal score) {}

    private final EvaluationStore store;
    private final CaseFiles files;
    private final EvaluationEvents events;

    GradeStep(EvaluationStore store, CaseFiles files, EvaluationEvents events) {
        this.store = store;
        this.files = files;
        this.events = events;
    }

    @Override
    public String element() {
        return "grade";
    }

    @Override
    public String decision() {
        return EvaluationCycleProcess.Decision.GRADE;
    }

    @Override
    public Record facts(CaseId caseId) {
        var evaluation = store.get(caseId);
        return new Facts(evaluation.veto() != null, Objects.requireNonNullElse(evaluation.score(), BigDecimal.ZERO));
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var row = rows.get(0);
        store.graded(
                caseId,
                String.valueOf(row.outputs().get("grade")),
                String.valueOf(row.outputs().get("sharePolicy")),
                String.valueOf(row.outputs().get("inspection")));
        files.state(caseId, Evaluation.State.SCORED.name());
        var evaluation = store.get(caseId);
        events.publish(
                "evaluation.graded",
                evaluation,
                null,
                details(
                        "evaluationScore",
                        evaluation.score(),
                        "applicableWeight",
                        evaluation.weight(),
                        "grade",
                        evaluation.grade(),
                        "vetoReason",
                        evaluation.veto()));
        return Flags.NONE;
    }
}
