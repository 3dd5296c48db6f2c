package org.sluice.browser;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sluice.process.LocalText;
import org.sluice.ui.shell.Messages;

/** A language of the screens: its texts are the product's own, so that a test names them by their keys. */
enum Language {
    ZH(Locale.CHINESE, "zh-CN", "yyyy年M月d日"),
    EN(Locale.ENGLISH, "en", "d/M/yyyy");

    private static final Messages MESSAGES = new Messages();

    private final Locale locale;
    private final String tag;
    private final DateTimeFormatter date;

    Language(Locale locale, String tag, String date) {
        this.locale = locale;
        this.tag = tag;
        this.date = DateTimeFormatter.ofPattern(date, Locale.ROOT);
    }

    /** As the page says it of itself. */
    String tag() {
        return tag;
    }

    String of(LocalText text) {
        return text.in(locale);
    }

    String text(String key, Object... arguments) {
        var text = MESSAGES.getTranslation(key, locale, arguments);
        if (text.equals(key)) {
            throw new IllegalArgumentException("No text " + key + " in " + tag);
        }
        return text;
    }

    /** As a person types a day. */
    String typed(LocalDate day) {
        return date.format(day);
    }
}
