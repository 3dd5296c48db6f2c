package org.sluice.process.intake;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * Whether a listed product serves the requirement, so that nothing is bought.
 *
 * @param productCode the product that serves; required when accepted
 * @param comment required when the proposal is not taken
 */
public record ConfirmReuse(
        @Nullable Boolean accepted,
        @Nullable String productCode,
        @Nullable String comment) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("accepted", accepted)
                .when(
                        Boolean.TRUE.equals(accepted) && (productCode == null || productCode.isBlank()),
                        "productCode",
                        "required")
                .when(
                        Boolean.FALSE.equals(accepted) && (comment == null || comment.isBlank()),
                        "comment",
                        "reasonForNo")
                .atMost("comment", comment, 2000);
    }
}
