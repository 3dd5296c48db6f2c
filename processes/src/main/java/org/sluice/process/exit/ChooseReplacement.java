package org.sluice.process.exit;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * What takes over.
 *
 * @param product code of a comparable product; with a replacement alone
 * @param reasons why this one, or why none
 */
public record ChooseReplacement(
        @Nullable ReplacementChoice choice,
        @Nullable String product,
        @Nullable String reasons) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("choice", choice).required("reasons", reasons).atMost("reasons", reasons, 2000);
        if (choice == ReplacementChoice.REPLACE) {
            problems.required("product", product);
        } else if (choice != null) {
            problems.when(product != null && !product.isBlank(), "product", "onlyWithReplacement");
        }
    }
}
