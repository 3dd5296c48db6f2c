package org.sluice.evaluation;

import static org.sluice.evaluation.EvaluationTexts.plain;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductsInUse;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.LocalText;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** The letter that tells a supplier its product's grade, item by item, and until when it may object. */
@Component
class GradeLetter {

    private final ProductsInUse products;
    private final SupplierRegister suppliers;

    GradeLetter(ProductsInUse products, SupplierRegister suppliers) {
        this.products = products;
        this.suppliers = suppliers;
    }

    /** @param until null for the last word, after which nothing is to be said */
    LocalText write(Evaluation evaluation, List<ScoredItem> items, @Nullable Instant until) {
        return new LocalText(
                write(evaluation, items, until, Locale.CHINESE), write(evaluation, items, until, Locale.ENGLISH));
    }

    private String write(Evaluation evaluation, List<ScoredItem> items, @Nullable Instant until, Locale locale) {
        var texts = EvaluationTexts.in(locale);
        var product = products.get(evaluation.product());
        var letter = new StringJoiner("\n");
        letter.add(say(
                texts, "greeting", suppliers.get(evaluation.supplier()).name().in(locale)));
        letter.add(say(
                texts,
                "grade",
                product.name().in(locale),
                product.code(),
                month(evaluation.from(), locale),
                month(evaluation.to(), locale),
                plain(evaluation.score()),
                String.valueOf(evaluation.grade())));
        for (var item : items) {
            if (item.weight() != null) {
                letter.add(say(
                        texts,
                        "item",
                        texts.getString("item." + item.item()),
                        EvaluationTexts.of(item).in(locale),
                        plain(item.points()),
                        String.valueOf(item.weight())));
            }
        }
        if (evaluation.veto() != null) {
            letter.add(say(texts, "veto", texts.getString("veto." + evaluation.veto())));
        }
        letter.add(
                until == null
                        ? say(texts, "last")
                        : say(
                                texts,
                                "objection",
                                until.atZone(WorkingDays.ZONE).toLocalDate().toString()));
        return letter.toString();
    }

    /** The window is made of whole months. */
    private static String month(@Nullable LocalDate first, Locale locale) {
        return first == null
                ? ""
                : DateTimeFormatter.ofPattern(locale.equals(Locale.CHINESE) ? "yyyy年M月" : "MMMM yyyy", locale)
                        .format(first);
    }

    private static String say(ResourceBundle texts, String key, Object... arguments) {
        return MessageFormat.format(texts.getString(key), arguments);
    }
}
