package org.sluice.evaluation;

import static org.sluice.shared.Details.details;

import java.util.List;
import java.util.Set;
import org.sluice.blacklist.Blacklist;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/**
 * Asks for the grade of a supplier, with the mean of its products' scores: each weighs what is spent on it. With C or D it is
 * restricted, and with a better grade no longer.
 */
@Component
class SupplierGradeStep extends GradeStep {

    private static final String QUALIFIED = "QUALIFIED";
    private static final String RESTRICTED = "RESTRICTED";

    /** Only these are a matter of grades; whatever else a supplier is was decided elsewhere. */
    private static final Set<String> GOOD = Set.of(QUALIFIED, "PREFERRED");

    private static final Set<String> RESTRICTING = Set.of("C", "D");

    private final EvaluationStore store;
    private final SupplierScores scores;
    private final SupplierRegister suppliers;
    private final Blacklist blacklist;
    private final EvaluationEvents events;

    SupplierGradeStep(
            EvaluationStore store,
            SupplierScores scores,
            SupplierRegister suppliers,
            Blacklist blacklist,
            CaseFiles files,
            EvaluationEvents events) {
        super(store, files, events);
        this.store = store;
        this.scores = scores;
        this.suppliers = suppliers;
        this.blacklist = blacklist;
        this.events = events;
    }

    @Override
    public String element() {
        return "supplierGrade";
    }

    @Override
    public Record facts(CaseId caseId) {
        var score = scores.of(store.get(caseId));
        return new Facts(score.veto(), score.score());
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var evaluation = store.get(caseId);
        var grade = String.valueOf(rows.get(0).outputs().get("grade"));
        var supplier = suppliers.get(evaluation.supplier());
        suppliers.graded(supplier.id(), grade);
        var before = blacklist.unbarred(supplier.id());
        var state = before;
        if (RESTRICTING.contains(grade) && GOOD.contains(state)) {
            state = RESTRICTED;
        } else if (!RESTRICTING.contains(grade) && state.equals(RESTRICTED)) {
            state = QUALIFIED;
        }
        if (!state.equals(before)) {
            blacklist.settle(supplier.id(), state);
        }
        events.publish(
                "evaluation.supplierGraded",
                evaluation,
                null,
                details(
                        "supplier",
                        supplier.name(),
                        "evaluationScore",
                        scores.of(evaluation).score(),
                        "grade",
                        grade,
                        "supplierState",
                        state.equals(before) ? null : state));
        return Flags.NONE;
    }
}
