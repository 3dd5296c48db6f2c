package org.sluice.worker.query.wire;

import java.nio.charset.StandardCharsets;
import org.sluice.worker.data.Schema;

/** The one spelling of an identifier in a list and in a question: as data sets spell theirs. */
public final class Spelling {

    /** Bytes of an identifier, in UTF-8. */
    public static final int LONGEST = 64;

    private Spelling() {}

    /** Full-width characters made narrow, upper case, no blanks around. */
    public static String normalised(String text) {
        return Schema.normalised(text);
    }

    /** Whether a normalised identifier can stand in a list. */
    public static boolean isOne(String identifier) {
        return !identifier.isEmpty()
                && identifier.chars().noneMatch(Character::isISOControl)
                && identifier.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }
}
