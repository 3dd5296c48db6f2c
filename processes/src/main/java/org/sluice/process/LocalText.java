package org.sluice.process;

import java.util.Locale;

/** One text in both languages of the house; neither may be missing. */
public record LocalText(String zh, String en) {

    /** The text for a locale: English for English, Chinese for everything else. */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : zh;
    }
}
