package org.sluice.ui.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.process.evaluation.QualityReading;
import org.sluice.process.evaluation.RenewalOutcome;
import org.sluice.process.evaluation.SupplierConduct;

/** Readings and evaluations of products, for whoever reads the catalogue. */
public interface EvaluationDesk {

    /**
     * One month of a product; what is null was not measured.
     *
     * @param month its first day
     */
    record MonthRow(
            LocalDate month,
            long calls,
            @Nullable BigDecimal hitRate,
            @Nullable BigDecimal accuracy,
            @Nullable BigDecimal freshness,
            @Nullable BigDecimal nullRate,
            @Nullable BigDecimal psi,
            @Nullable BigDecimal availability,
            @Nullable Integer responseMs,
            int incidents,
            IncidentLevel incidentLevel,
            @Nullable Integer handlingMinutes,
            @Nullable Integer changeNoticeDays,
            @Nullable BigDecimal billingDifference,
            SupplierConduct conduct) {}

    /**
     * One evaluation.
     *
     * @param state message key below {@code state.}
     * @param score of a hundred; null before it is scored
     * @param decided null before it is decided
     */
    record EvaluationRow(
            CaseId caseId,
            String number,
            String productCode,
            LocalText product,
            String state,
            @Nullable BigDecimal score,
            @Nullable String grade,
            @Nullable RenewalOutcome decided,
            Instant openedAt,
            @Nullable Instant endedAt) {}

    /** What a product has, in one look. */
    record ProductQuality(
            List<MonthRow> months, List<EvaluationRow> evaluations, boolean mayStart, boolean mayRecord) {}

    /** The last twelve months and all evaluations, the newest first. */
    ProductQuality ofProduct(String code);

    /** Evaluations of all products of a supplier, the newest first. */
    List<EvaluationRow> ofSupplier(String code);

    /**
     * Evaluates the product now.
     *
     * @return the case
     */
    CaseId start(String productCode);

    /** Records a month, or puts it right. */
    void recordReading(String productCode, QualityReading reading);
}
