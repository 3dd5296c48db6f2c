package org.sluice.process.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * What the supplier answered to its grade.
 *
 * @param objects false when it accepts the grade in writing
 * @param receivedOn the day of its letter's arrival
 * @param grounds what it says, figure by figure; required when it objects
 */
public record RecordObjection(
        @Nullable Boolean objects,
        @Nullable LocalDate receivedOn,
        @Nullable String grounds) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("objects", objects)
                .required("receivedOn", receivedOn)
                .when(Boolean.TRUE.equals(objects) && (grounds == null || grounds.isBlank()), "grounds", "required")
                .atMost("grounds", grounds, 4000);
    }
}
