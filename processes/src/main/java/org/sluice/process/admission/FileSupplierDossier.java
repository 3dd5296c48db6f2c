package org.sluice.process.admission;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * The dossier of a supplier that is to be admitted.
 *
 * @param facts by the names of the rules' catalogue; dates as ISO text, choices as their codes, what is not named is
 *     unknown. What the house knows by itself takes the place of what is entered
 * @param note what the facts rest on, for those who review
 */
public record FileSupplierDossier(
        @Nullable Map<String, @Nullable Object> facts,
        @Nullable String note) implements Body {

    @Override
    public void check(Problems problems) {
        problems.when(facts == null, "facts", "required")
                .when(facts != null && facts.isEmpty(), "facts", "dossierEmpty")
                .atMost("note", note, 2000);
    }
}
