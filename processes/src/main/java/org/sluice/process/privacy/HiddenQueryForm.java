package org.sluice.process.privacy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;
import org.sluice.process.access.Purpose;

/**
 * Identifiers to look up in a supplier's list without the supplier learning which. Fields may be null while a person types.
 *
 * @param unitCode the unit that asks
 * @param purpose for which a grant must stand
 * @param list the list's id in the house
 * @param identifiers 1 to {@value #MOST}, as they are written; blanks at their ends do not count
 */
public record HiddenQueryForm(
        @Nullable String unitCode,
        @Nullable Purpose purpose,
        @Nullable String list,
        @Nullable List<String> identifiers) implements Body {

    /** One batch of the protocol. */
    public static final int MOST = 64;

    /** Bytes in UTF-8, as the lists of workers take them. */
    private static final int LONGEST = 64;

    @Override
    public void check(Problems problems) {
        problems.required("unitCode", unitCode)
                .required("purpose", purpose)
                .required("list", list)
                .required("identifiers", identifiers == null || identifiers.isEmpty() ? null : identifiers);
        if (identifiers == null) {
            return;
        }
        problems.when(identifiers.size() > MOST, "identifiers", "atMostIdentifiers", MOST);
        for (int i = 0; i < identifiers.size(); i++) {
            var identifier = identifiers.get(i);
            problems.when(identifier == null || identifier.isBlank(), "identifiers[" + i + "]", "required")
                    .when(isTooLong(identifier), "identifiers[" + i + "]", "identifierTooLong", LONGEST);
        }
    }

    private static boolean isTooLong(@Nullable String identifier) {
        return identifier != null && identifier.strip().getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }
}
