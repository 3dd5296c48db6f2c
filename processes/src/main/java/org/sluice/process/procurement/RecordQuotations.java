package org.sluice.process.procurement;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * What the suppliers that were asked have offered.
 *
 * @param quotations one a supplier; at least one with COMPLETE
 * @param comment who was asked and why so few answered; required with TOO_FEW
 */
public record RecordQuotations(
        @Nullable QuotationResult result,
        List<Quotation> quotations,
        @Nullable String comment) implements Body {

    private static final int MOST = 50;

    // a body that leaves the list out has none
    @SuppressWarnings("ConstantValue")
    public RecordQuotations {
        quotations = quotations == null ? List.of() : List.copyOf(quotations);
    }

    @Override
    public void check(Problems problems) {
        problems.required("result", result)
                .when(result == QuotationResult.COMPLETE && quotations.isEmpty(), "quotations", "required")
                .when(quotations.size() > MOST, "quotations", "outOfRange", 0, MOST)
                .when(
                        result == QuotationResult.TOO_FEW && (comment == null || comment.isBlank()),
                        "comment",
                        "reasonForNo")
                .atMost("comment", comment, 2000);
        var first = new HashMap<String, Integer>();
        for (int i = 0; i < quotations.size(); i++) {
            var at = "quotations[" + i + "]";
            quotations.get(i).check(at, problems);
            var supplier = quotations.get(i).supplier();
            var before = supplier == null || supplier.isBlank() ? null : first.putIfAbsent(supplier.strip(), i + 1);
            if (before != null) {
                problems.add(at + ".supplier", "oneQuotation", before);
            }
        }
    }
}
