package org.sluice.admission;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a whole sample test scores, of 100 (domain 3.3.7): points earned over points that apply, rounded down so that no
 * score reaches a limit by rounding.
 *
 * @param points of every item that applies
 */
record TestScore(BigDecimal value, List<Points> points) {

    enum Item {
        ACCURACY,
        COVERAGE,
        COMPLETENESS,
        FRESHNESS,
        EFFECT
    }

    /** @param earned all of the weight, half of it, or nothing */
    record Points(Item item, BigDecimal weight, BigDecimal earned) {}

    TestScore {
        points = List.copyOf(points);
    }
}
