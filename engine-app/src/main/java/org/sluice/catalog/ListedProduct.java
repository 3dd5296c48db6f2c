package org.sluice.catalog;

import java.util.Set;
import org.sluice.process.LocalText;
import org.sluice.process.intake.SubjectType;

/**
 * A listed product with what a requirement is compared against.
 *
 * @param fields names of the fields that it delivers
 * @param regions codes of the regions that it covers; empty means nation-wide
 */
public record ListedProduct(
        ProductId id,
        String code,
        LocalText name,
        String dataClass,
        SubjectType subjectType,
        Set<String> fields,
        Set<String> regions,
        boolean reuseAllowed) {

    public ListedProduct {
        fields = Set.copyOf(fields);
        regions = Set.copyOf(regions);
    }
}
