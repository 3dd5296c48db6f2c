package org.sluice.process.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/** The impact assessment that a new purpose, or use by another handler, wants on file (PIPL art. 55). */
public record FileUsageAssessment(
        @Nullable String assessmentNo,
        @Nullable LocalDate assessmentOn,
        @Nullable String conclusion) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("assessmentNo", assessmentNo)
                .atMost("assessmentNo", assessmentNo, 80)
                .required("assessmentOn", assessmentOn)
                .required("conclusion", conclusion)
                .atMost("conclusion", conclusion, 2000);
    }
}
