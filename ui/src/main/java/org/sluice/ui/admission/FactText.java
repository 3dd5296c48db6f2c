package org.sluice.ui.admission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.ui.admission.AdmissionDesk.FactKind;
import org.sluice.ui.admission.AdmissionDesk.Measure;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Words;

/** A fact's value as people read it, whether it comes as it is or as the text of a record. */
final class FactText {

    private static final String SEPARATOR = "\\s*,\\s*";

    private FactText() {}

    /** What does not read as its kind stands as it is. */
    static String of(FactKind kind, String type, @Nullable Measure measure, Object value) {
        try {
            return switch (kind) {
                case BOOLEAN -> Words.of(Boolean.parseBoolean(value.toString()) ? "common.yes" : "common.no");
                case WHOLE, NUMBER -> number(measure, new BigDecimal(value.toString()));
                case DATE -> Format.forReader().date(LocalDate.parse(value.toString()));
                case CHOICE -> Words.of(type + "." + value);
                case CHOICES ->
                    joined(several(value).stream()
                            .map(code -> Words.of(type + "." + code))
                            .toList());
                case TEXTS, RECORDS -> joined(several(value));
                case TEXT -> value instanceof LocalText name ? Words.of(name) : value.toString();
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            return value.toString();
        }
    }

    /** With its unit; of a share the percentage, of a year no more than its figures. */
    private static String number(@Nullable Measure measure, BigDecimal number) {
        if (measure == null) {
            return Format.forReader().decimal(number);
        }
        return switch (measure.unit()) {
            case Measure.SHARE -> Format.forReader().decimal(number.movePointRight(2)) + "%";
            case "CNY" -> Format.forReader().price(number);
            case Measure.FIGURE -> Format.forReader().decimal(number);
            case "YEAR" -> Words.of("factUnit.YEAR.of", number.toPlainString());
            default ->
                Words.of(
                        "factUnit." + measure.unit() + ".of", Format.forReader().decimal(number));
        };
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty()
                ? Words.of("admission.noneOfThem")
                : texts.stream().collect(Collectors.joining(Words.of("parts.comma")));
    }

    private static List<String> several(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        var bare = value.toString().replaceAll("[\\[\\]]", "").strip();
        return bare.isEmpty() ? List.of() : Arrays.asList(bare.split(SEPARATOR));
    }
}
