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
                                    && (figure.compareTo(BigDecimal.valueOf(item.least())) < 0
                                            || figure.compareTo(BigDecimal.valueOf(item.most())) > 0),
                            at + ".figure",
                            "outOfRange",
                            item.least(),
                            item.most())
                    .when(figure != null && figure.stripTrailingZeros().scale() > 4, at + ".figure", "figure");
        }
    }
}
