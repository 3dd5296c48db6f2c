package org.sluice.process.exit;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;
import org.sluice.process.evaluation.IncidentLevel;

/**
 * What the urgency of an exit depends on.
 *
 * @param critical whether business stops without the product
 * @param replacementReady whether a comparable product could take over at once
 */
public record AssessExit(
        @Nullable IncidentLevel incidentLevel,
        @Nullable Boolean sourceLawful,
        @Nullable Boolean critical,
        @Nullable Boolean replacementReady,
        @Nullable String comment)
        implements Body {

    @Override
    public void check(Problems problems) {
        check("", problems);
    }

    /** @param below path of the field that holds it, with its dot */
    void check(String below, Problems problems) {
        problems.required(below + "incidentLevel", incidentLevel)
                .required(below + "sourceLawful", sourceLawful)
                .required(below + "critical", critical)
                .required(below + "replacementReady", replacementReady)
                .atMost(below + "comment", comment, 2000);
    }
}
