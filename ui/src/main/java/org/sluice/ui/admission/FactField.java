package org.sluice.ui.admission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.ui.admission.AdmissionDesk.Fact;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Words;

/**
 * One fact to say. Not to know is an answer of its own: a yes-or-no may stay open, and "there is none" is not the same as
 * nothing said.
 */
final class FactField {

    /** Ways to answer a yes-or-no. */
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** Among the choices of which there may be several: there is none of them. */
    private static final String NONE = "-";

    private static final String SEPARATORS = "[,，;；、\\n]";

    private final Fact fact;
    private final Component component;
    private final Consumer<FormFields> registration;
    private final Supplier<@Nullable Object> value;

    private <F extends Component & HasValidation & HasValue<?, ?>> FactField(
            Fact fact, F field, Supplier<@Nullable Object> value) {
        this.fact = fact;
        this.component = field;
        this.registration = fields -> fields.add("facts." + fact.name(), field);
        this.value = value;
    }

    static FactField of(Fact fact) {
        return switch (fact.kind()) {
            case BOOLEAN -> yesNo(fact);
            case WHOLE, NUMBER -> number(fact);
            case DATE -> day(fact);
            case TEXT -> text(fact);
            case CHOICE -> choice(fact);
            case CHOICES -> choices(fact);
            case TEXTS -> texts(fact);
        };
    }

    /** A value as people read it. */
    static String text(Fact fact, Object value) {
        if (value instanceof Boolean yes) {
            return Words.of(yes ? "common.yes" : "common.no");
        }
        if (value instanceof Collection<?> many) {
            return many.isEmpty()
                    ? Words.of("admission.noneOfThem")
                    : many.stream().map(each -> text(fact, each)).collect(Collectors.joining(Words.of("parts.comma")));
        }
        return switch (fact.kind()) {
            case CHOICE, CHOICES -> Words.of(fact.type() + "." + value);
            case DATE -> date(value.toString());
            case WHOLE, NUMBER -> Format.forReader().decimal(new BigDecimal(value.toString()));
            default -> value.toString();
        };
    }

    private static String date(String iso) {
        try {
            return Format.forReader().date(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    private static FactField yesNo(Fact fact) {
        var group = new RadioButtonGroup<Answer>(Words.of(fact.label()));
        group.setItems(Answer.values());
        group.setItemLabelGenerator(answer -> Words.of("admission.answer." + answer.name()));
        group.setValue(fact.filed() instanceof Boolean yes ? (yes ? Answer.YES : Answer.NO) : Answer.UNKNOWN);
        return new FactField(
                fact, group, () -> group.getValue() == Answer.UNKNOWN ? null : group.getValue() == Answer.YES);
    }

    private static FactField number(Fact fact) {
        var field = new BigDecimalField(Words.of(fact.label()));
        // a point in both languages, as in the house's amounts
        field.setLocale(Locale.ROOT);
        if (fact.filed() != null) {
            field.setValue(new BigDecimal(fact.filed().toString()));
        }
        return new FactField(fact, field, () -> field.getValue() == null ? null : plain(fact, field.getValue()));
    }

    /** A number with decimals stays one where none is wanted: the desk says so at the field. */
    private static Object plain(Fact fact, BigDecimal number) {
        var whole = number.stripTrailingZeros();
        return fact.kind() == AdmissionDesk.FactKind.WHOLE
                        && whole.scale() <= 0
                        && whole.precision() - whole.scale() <= 18
                ? (Object) whole.longValueExact()
                : number;
    }

    private static FactField day(Fact fact) {
        var field = new DayField(Words.of(fact.label()));
        if (fact.filed() != null) {
            field.setValue(LocalDate.parse(fact.filed().toString()));
        }
        return new FactField(
                fact,
                field,
                () -> field.getValue() == null ? null : field.getValue().toString());
    }

    private static FactField text(Fact fact) {
        var field = new TextField(Words.of(fact.label()));
        if (fact.filed() != null) {
            field.setValue(fact.filed().toString());
        }
        return new FactField(
                fact,
                field,
                () -> field.getValue().isBlank() ? null : field.getValue().strip());
    }

    private static FactField choice(Fact fact) {
        var field = new Select<String>();
        field.setLabel(Words.of(fact.label()));
        field.setItems(fact.codes());
        field.setItemLabelGenerator(code -> code == null ? "" : Words.of(fact.type() + "." + code));
        field.setEmptySelectionAllowed(true);
        if (fact.filed() != null) {
            field.setValue(fact.filed().toString());
        }
        return new FactField(fact, field, field::getValue);
    }

    private static FactField choices(Fact fact) {
        var field = new MultiSelectComboBox<String>(Words.of(fact.label()));
        field.setItems(Stream.concat(fact.codes().stream(), Stream.of(NONE)).toList());
        field.setItemLabelGenerator(
                code -> code.equals(NONE) ? Words.of("admission.noneOfThem") : Words.of(fact.type() + "." + code));
        if (fact.filed() instanceof Collection<?> many) {
            field.setValue(
                    many.isEmpty()
                            ? Set.of(NONE)
                            : many.stream().map(Object::toString).collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        return new FactField(
                fact,
                field,
                () -> field.getValue().isEmpty()
                        ? null
                        : field.getValue().stream()
                                .filter(code -> !code.equals(NONE))
                                .toList());
    }

    private static FactField texts(Fact fact) {
        var field = new TextField(Words.of(fact.label()));
        field.setHelperText(Words.of("admission.texts.help"));
        if (fact.filed() instanceof Collection<?> many) {
            field.setValue(
                    many.isEmpty() ? NONE : many.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        return new FactField(fact, field, () -> field.getValue().isBlank() ? null : list(field.getValue()));
    }

    private static List<String> list(String written) {
        return Arrays.stream(written.split(SEPARATORS))
                .map(String::strip)
                .filter(each -> !each.isEmpty() && !each.equals(NONE))
                .distinct()
                .toList();
    }

    Component component() {
        return component;
    }

    String name() {
        return fact.name();
    }

    void register(FormFields fields) {
        registration.accept(fields);
    }

    /** A plain value, as JSON holds it; null when it is not known. */
    @Nullable
    Object read() {
        return value.get();
    }

    boolean isUnknown() {
        return read() == null;
    }

    boolean isWrong() {
        return ((HasValidation) component).isInvalid();
    }
}
