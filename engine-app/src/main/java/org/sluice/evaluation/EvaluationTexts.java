package org.sluice.evaluation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.evaluation.ItemFinding;

/** What this feature itself writes for people: its letters, and the names of its choices for callers of the API. */
final class EvaluationTexts {

    private static final String TEXTS = "org.sluice.evaluation.letters";

    private EvaluationTexts() {}

    static ResourceBundle in(Locale locale) {
        return ResourceBundle.getBundle(
                TEXTS, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @throws java.util.MissingResourceException when a language lacks it */
    static LocalText of(String key) {
        return new LocalText(
                in(Locale.CHINESE).getString(key), in(Locale.ENGLISH).getString(key));
    }

    /** A figure without the zeros that only fill its column, or what was found in its place. */
    static LocalText of(ScoredItem item) {
        if (item.finding() != ItemFinding.MEASURED) {
            return of("finding." + item.finding());
        }
        var figure = plain(item.figure());
        return new LocalText(figure, figure);
    }

    /** Empty where there is no figure. */
    static String plain(@Nullable BigDecimal figure) {
        return figure == null ? "" : figure.stripTrailingZeros().toPlainString();
    }
}
