package org.sluice.rules.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the sample test measured. Its facts are needed once the test is done. */
public record SampleTest(
        @Nullable TestState testState,
        @Nullable Integer sampleSize,
        @Nullable Integer badCount,
        @Nullable Boolean backDated,
        @Nullable BigDecimal coverageRate,
        @Nullable BigDecimal accuracyRate,
        @Nullable BigDecimal keyNullRate,
        @Nullable BigDecimal descriptiveNullRate,
        @Nullable BigDecimal dupRate,
        @Nullable Integer freshnessDays,
        @Nullable BigDecimal ks,
        @Nullable BigDecimal iv,
        @Nullable BigDecimal psi,
        @Nullable BigDecimal hitRate,
        @Nullable BigDecimal hitBadLift,
        @Nullable BigDecimal correlationMax,
        @Nullable BigDecimal incrementalKs,
        @Nullable Integer avgResponseMs,
        @Nullable BigDecimal errorRate,
        @Nullable BigDecimal availability) {
    /** Whether coverage lies below a minimum; false when it is unknown. */
    public boolean coverageBelow(BigDecimal minimum) {
        return coverageRate != null && coverageRate.compareTo(minimum) < 0;
    }

    /** Whether coverage lies below a minimum by more than a margin; false when it is unknown. */
    public boolean coverageShort(BigDecimal minimum, BigDecimal margin) {
        return coverageRate != null && coverageRate.compareTo(minimum.subtract(margin)) < 0;
    }
}
