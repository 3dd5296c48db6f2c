package org.sluice.process.intake;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * Finance's way out of a budget line that cannot bear a requirement.
 *
 * @param budgetLine code of the line that bears it instead; required with RESERVE_ELSEWHERE
 */
public record SettleShortfall(
        @Nullable ShortfallChoice choice,
        @Nullable String budgetLine,
        @Nullable String comment) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("choice", choice)
                .when(
                        choice == ShortfallChoice.RESERVE_ELSEWHERE && (budgetLine == null || budgetLine.isBlank()),
                        "budgetLine",
                        "required")
                .when(
                        choice == ShortfallChoice.REFUSE && (comment == null || comment.isBlank()),
                        "comment",
                        "reasonForNo")
                .atMost("comment", comment, 2000);
    }
}
