package org.sluice.process.exit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * What a parallel run has shown; it ends with this.
 *
 * @param fits false: another replacement is looked for
 * @param hitRateGap by how many points fewer subjects the replacement finds; negative when it finds more
 * @param valueAgreement percent of the values in which both agree
 * @param ksLoss how much KS a model loses; left out where no model uses the product
 * @param comment required when it does not fit
 */
public record CompareProducts(
        @Nullable Boolean fits,
        @Nullable BigDecimal hitRateGap,
        @Nullable BigDecimal valueAgreement,
        @Nullable BigDecimal ksLoss,
        @Nullable String comment)
        implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("fits", fits)
                .required("hitRateGap", hitRateGap)
                .required("valueAgreement", valueAgreement)
                .between("hitRateGap", hitRateGap, -100, 100)
                .between("valueAgreement", valueAgreement, 0, 100)
                .between("ksLoss", ksLoss, -1, 1)
                .when(isFine(hitRateGap), "hitRateGap", "fourDecimals")
                .when(isFine(valueAgreement), "valueAgreement", "fourDecimals")
                .when(isFine(ksLoss), "ksLoss", "fourDecimals")
                .when(Boolean.FALSE.equals(fits) && (comment == null || comment.isBlank()), "comment", "reasonForNo")
                .atMost("comment", comment, 2000);
    }

    private static boolean isFine(@Nullable BigDecimal value) {
        return value != null && (value.stripTrailingZeros().scale() > 4 || value.precision() > 20);
    }
}
