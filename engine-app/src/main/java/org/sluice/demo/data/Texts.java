package org.sluice.demo.data;

import java.util.Locale;

/** How demo texts are written. */
final class Texts {

    private Texts() {}

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The same in the middle of a sentence; an abbreviation stays as it is. */
    static String uncapital(String text) {
        if (Character.isUpperCase(text.charAt(1))) {
            return text;
        }
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
