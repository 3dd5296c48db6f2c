package org.sluice.process.exit;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;
import org.sluice.process.evaluation.IncidentLevel;

/**
 * A person wants a product to leave use.
 *
 * @param facts left out: a person is asked for them; given: the table is asked at once, and what is urgent is blocked with
 *     this very request
 */
public record OpenExit(
        @Nullable ExitTrigger trigger,
        @Nullable String reason,
        @Nullable AssessExit facts) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("trigger", trigger).required("reason", reason).atMost("reason", reason, 2000);
        if (facts != null) {
            facts.check("facts.", problems);
            var incident = facts.incidentLevel();
            problems.when(
                    trigger == ExitTrigger.SECURITY_INCIDENT && incident == IncidentLevel.NONE,
                    "facts.incidentLevel",
                    "incidentNeedsLevel");
        }
    }
}
