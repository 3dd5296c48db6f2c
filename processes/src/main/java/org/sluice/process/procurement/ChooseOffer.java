package org.sluice.process.procurement;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * One offer of those that stand, or none of them.
 *
 * @param supplier code of the supplier whose offer is taken; required with CHOSEN
 * @param reasons why this one, or why none
 */
public record ChooseOffer(
        @Nullable OfferChoice choice,
        @Nullable String supplier,
        @Nullable String reasons) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("choice", choice)
                .when(choice == OfferChoice.CHOSEN && (supplier == null || supplier.isBlank()), "supplier", "required")
                .required("reasons", reasons)
                .atMost("reasons", reasons, 4000);
    }
}
