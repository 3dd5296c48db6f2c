package org.sluice.process.evaluation;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * What was measured of a product in one month; what is left out was not measured, and is not scored.
 *
 * @param month such as {@code 2026-10}
 * @param hitRate share of calls that were answered; as accuracy, freshness, nullRate, availability and billingDifference a
 *     share of one
 * @param psi population stability index against the month of admission
 * @param handlingMinutes mean time until the supplier began to handle an incident; absent when there was none
 * @param changeNoticeDays shortest notice of a change; absent when nothing changed
 * @param billingDifference between the supplier's bill and the bank's own count
 */
public record QualityReading(
        @Nullable String month,
        @Nullable Long calls,
        @Nullable BigDecimal hitRate,
        @Nullable BigDecimal accuracy,
        @Nullable BigDecimal freshness,
        @Nullable BigDecimal nullRate,
        @Nullable BigDecimal psi,
        @Nullable BigDecimal availability,
        @Nullable Integer responseMs,
        @Nullable Integer incidents,
        @Nullable IncidentLevel incidentLevel,
        @Nullable Integer handlingMinutes,
        @Nullable Integer changeNoticeDays,
        @Nullable BigDecimal billingDifference,
        @Nullable SupplierConduct conduct)
        implements Body {

    private static final Pattern MONTH = Pattern.compile("20\\d{2}-(0[1-9]|1[0-2])");
    private static final BigDecimal LARGEST_PSI = BigDecimal.TEN;

    @Override
    public void check(Problems problems) {
        problems.required("month", month)
                .when(month != null && !month.isBlank() && !MONTH.matcher(month).matches(), "month", "month")
                .required("calls", calls)
                .between("calls", calls, 0, 100_000_000_000L)
                .required("incidents", incidents)
                .between("incidents", incidents, 0, 10_000)
                .between("responseMs", responseMs, 0, 600_000)
                .between("handlingMinutes", handlingMinutes, 0, 100_000)
                .between("changeNoticeDays", changeNoticeDays, 0, 3650);
        problems.share("hitRate", hitRate);
        problems.share("accuracy", accuracy);
        problems.share("freshness", freshness);
        problems.share("nullRate", nullRate);
        problems.share("availability", availability);
        problems.share("billingDifference", billingDifference);
        problems.when(
                psi != null && (psi.signum() < 0 || psi.compareTo(LARGEST_PSI) > 0 || scale(psi) > 4), "psi", "psi");
        if (incidents != null && incidents > 0) {
            problems.required("incidentLevel", incidentLevel)
                    .when(incidentLevel == IncidentLevel.NONE, "incidentLevel", "required");
        } else if (incidents != null) {
            problems.when(incidentLevel != null && incidentLevel != IncidentLevel.NONE, "incidentLevel", "noIncident")
                    .when(handlingMinutes != null, "handlingMinutes", "noIncident");
        }
    }

    private static int scale(BigDecimal value) {
        return value.stripTrailingZeros().scale();
    }
}
