package org.sluice.process.admission;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/** Which data sets the two workers are to compare, by handle; the house never sees what is in them. */
public record ArrangeTest(
        @Nullable String bankDataSet, @Nullable String supplierDataSet) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("bankDataSet", bankDataSet)
                .atMost("bankDataSet", bankDataSet, 130)
                .required("supplierDataSet", supplierDataSet)
                .atMost("supplierDataSet", supplierDataSet, 130);
    }
}
