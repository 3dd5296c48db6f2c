package org.sluice.demo.data;

import java.util.Locale;

/** How demo texts are written. */
final class Texts {

    private Texts() {}

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
