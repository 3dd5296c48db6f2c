package org.sluice.process.procurement;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * Finance's way out of an offer beyond the reserved budget.
 *
 * @param comment required unless the budget is raised
 */
public record SettleOverrun(
        @Nullable OverrunChoice choice, @Nullable String comment) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("choice", choice)
                .when(
                        choice != null && choice != OverrunChoice.RAISE && (comment == null || comment.isBlank()),
                        "comment",
                        "reasonForNo")
                .atMost("comment", comment, 2000);
    }
}
