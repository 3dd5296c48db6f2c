package org.sluice.process.admission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * A reviewer's answer to one finding.
 *
 * @param condition what has to be done, when the finding is accepted with a condition
 * @param dueOn by when, with a condition
 * @param comment why; required when the finding is refused, and when something is missing
 */
public record SettleFinding(
        @Nullable FindingAnswer answer,
        @Nullable String condition,
        @Nullable LocalDate dueOn,
        @Nullable String comment) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("answer", answer)
                .atMost("condition", condition, 500)
                .atMost("comment", comment, 2000)
                .when(answer == FindingAnswer.REFUSE && isBlank(comment), "comment", "reasonForNo")
                .when(answer == FindingAnswer.SUPPLEMENT && isBlank(comment), "comment", "required");
        if (answer == FindingAnswer.ACCEPT_WITH_CONDITION) {
            problems.required("condition", condition).required("dueOn", dueOn);
        } else {
            problems.when(!isBlank(condition), "condition", "onlyWithCondition")
                    .when(dueOn != null, "dueOn", "onlyWithCondition");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
