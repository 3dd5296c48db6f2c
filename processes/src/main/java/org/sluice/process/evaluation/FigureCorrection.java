package org.sluice.process.evaluation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Problems;

/**
 * A figure that an objection has put right.
 *
 * @param figure in the item's own unit; for items that are measured
 * @param finding for items that are found
 */
public record FigureCorrection(
        @Nullable ScoreItem item,
        @Nullable BigDecimal figure,
        @Nullable ItemFinding finding) {

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(6);

    void check(String at, Problems problems) {
        problems.required(at + ".item", item);
        if (item == null) {
            return;
        }
        if (item.isFound()) {
            problems.required(at + ".finding", finding)
                    .when(
                            finding != null && !ItemFinding.of(item).contains(finding),
                            at + ".finding",
                            "findingOfAnother");
        } else {
            problems.required(at + ".figure", figure)
                    .when(
                            figure != null
                                    && (figure.abs().compareTo(LARGEST) >= 0
                                            || figure.stripTrailingZeros().scale() > 4),
                            at + ".figure",
                            "figure");
        }
    }
}
