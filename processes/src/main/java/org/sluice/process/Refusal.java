package org.sluice.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The house says no, for a reason that a person can read: the root of everything that a service refuses. A refusal
 * carries a message key of {@code refusals_zh/en.properties} and its arguments, so that the screen and the API say the
 * same in the reader's language; nothing was changed when it is thrown. What has a name, as units and people do, is
 * passed by its {@link LocalText}, a day as such: nobody reads a code.
 */
public abstract sealed class Refusal extends RuntimeException permits NotFound, NotPermitted, Conflict, Invalid {

    private final String key;
    private final transient List<Object> arguments;

    Refusal(String key, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The message key, stable for callers that branch on it. */
    public String key() {
        return key;
    }

    /** What happened and what to do about it, in the reader's language. */
    public String text(Locale locale) {
        return text(locale, key, arguments);
    }

    static String text(Locale locale, String key, List<?> arguments) {
        var language = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.CHINESE;
        var bundle = ResourceBundle.getBundle("org.sluice.process.refusals", language);
        try {
            return fill(bundle.getString(key), arguments, bundle, language);
        } catch (MissingResourceException e) {
            return key + " " + arguments;
        }
    }

    /**
     * Names and days stand in the reader's language, codes of roles, steps and states are said in words, below {@code word.};
     * anything else stands as it is.
     */
    private static String fill(String pattern, List<?> arguments, ResourceBundle bundle, Locale language) {
        var text = pattern;
        for (int i = 0; i < arguments.size(); i++) {
            text = text.replace("{" + i + "}", said(arguments.get(i), bundle, language));
        }
        return text;
    }

    /** As the screens write days. */
    private static String day(LocalDate day, Locale language) {
        return (language.equals(Locale.ENGLISH)
                        ? DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK)
                        : DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA))
                .format(day);
    }

    private static String said(Object argument, ResourceBundle bundle, Locale language) {
        if (argument instanceof LocalText name) {
            return name.in(language);
        }
        if (argument instanceof LocalDate day) {
            return day(day, language);
        }
        var word = "word." + argument;
        return bundle.containsKey(word) ? bundle.getString(word) : argument.toString();
    }
}
