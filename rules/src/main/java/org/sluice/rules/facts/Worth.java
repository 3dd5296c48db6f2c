package org.sluice.rules.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the product costs, beside what it brings and what the house has already. */
public record Worth(
        @Nullable BigDecimal similarity,
        @Nullable BigDecimal unitPrice,
        @Nullable BigDecimal similarUnitPrice,
        @Nullable Boolean declaredStandby,
        @Nullable BigDecimal benchmarkPrice,
        @Nullable Boolean regulatoryDuty,
        @Nullable BigDecimal benefitCost) {
    /** Whether the price lies above the benchmark by more than a share of it; false when either is unknown. */
    public boolean dearerThanBenchmarkBy(BigDecimal share) {
        return unitPrice != null
                && benchmarkPrice != null
                && unitPrice.compareTo(benchmarkPrice.add(benchmarkPrice.multiply(share))) > 0;
    }
}
