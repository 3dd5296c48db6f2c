package org.sluice.shared;

import java.util.Locale;

/** What a person looks for in a list. */
public final class SearchText {

    private SearchText() {}

    /** For {@code like} on text in lower case: what contains the text, whose wildcards are ordinary characters. */
    public static String like(String text) {
        return "%"
                + text.strip()
                        .toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }
}
