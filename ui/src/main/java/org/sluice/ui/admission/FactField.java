package org.sluice.ui.admission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.ui.admission.AdmissionDesk.Fact;
import org.sluice.ui.admission.AdmissionDesk.Measure;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.RowList;
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
    private final BiConsumer<FormFields, String> registration;
    private final Consumer<FactRow> joining;
    private final Supplier<@Nullable Object> reading;
    private final Consumer<Object> writing;

    private <F extends Component & HasValidation & HasValue<?, ?>> FactField(
            Fact fact, F field, Supplier<@Nullable Object> reading, Consumer<Object> writing) {
        this.fact = fact;
        this.component = field;
        this.registration = (fields, path) -> fields.add(path, field);
        this.joining = row -> row.take(fact.name(), field);
        this.reading = reading;
        this.writing = writing;
        if (fact.filed() != null) {
            write(fact.filed());
        }
    }

    /** For a record's own fact; records of records there are none. */
    static FactField of(Fact fact) {
        return switch (fact.kind()) {
            case BOOLEAN -> yesNo(fact);
            case WHOLE, NUMBER -> number(fact);
            case DATE -> day(fact);
            case TEXT -> text(fact);
            case CHOICE -> choice(fact);
            case CHOICES -> choices(fact);
            case TEXTS -> texts(fact);
            case RECORDS -> throw new IllegalArgumentException("records of records: " + fact.name());
        };
    }

    /** @param fields of the form, in which the fields of records are renumbered as they come and go */
    static FactField of(Fact fact, FormFields fields) {
        return fact.kind() == AdmissionDesk.FactKind.RECORDS ? records(fact, fields) : of(fact);
    }

    private static FactField yesNo(Fact fact) {
        var group = new RadioButtonGroup<Answer>(Words.of(fact.label()));
        group.setItems(Answer.values());
        group.setItemLabelGenerator(answer -> Words.of("admission.answer." + answer.name()));
        group.setValue(Answer.UNKNOWN);
        return new FactField(
                fact,
                group,
                () -> group.getValue() == Answer.UNKNOWN ? null : group.getValue() == Answer.YES,
                yes -> group.setValue(Boolean.TRUE.equals(yes) ? Answer.YES : Answer.NO));
    }

    private static FactField number(Fact fact) {
        var field = new BigDecimalField(Words.of(fact.label()));
        // a point in both languages, as in the house's amounts
        field.setLocale(Locale.ROOT);
        var measure = fact.measure();
        var share = measure != null && measure.isShare();
        if (measure != null) {
            measured(field, measure);
        }
        return new FactField(
                fact,
                field,
                () -> field.getValue() == null
                        ? null
                        : plain(fact, share ? field.getValue().movePointLeft(2) : field.getValue()),
                number -> field.setValue(shown(new BigDecimal(number.toString()), share)));
    }

    /** The unit behind the number, and below it how large it may be where that is not plain. */
    private static void measured(BigDecimalField field, Measure measure) {
        if (!measure.unit().equals(Measure.FIGURE)) {
            field.setSuffixComponent(new Span(Words.of("factUnit." + measure.unit())));
        }
        if (measure.most() != null && measure.least() != null) {
            field.setHelperText(Words.of(
                    "factUnit.range",
                    shown(measure.least(), measure.isShare()).toPlainString(),
                    shown(measure.most(), measure.isShare()).toPlainString()));
        }
    }

    /** People write a share in percent, as they say it. */
    private static BigDecimal shown(BigDecimal number, boolean share) {
        if (!share) {
            return number;
        }
        var percent = number.movePointRight(2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
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
        return new FactField(
                fact,
                field,
                () -> field.getValue() == null ? null : field.getValue().toString(),
                day -> field.setValue(LocalDate.parse(day.toString())));
    }

    private static FactField text(Fact fact) {
        var field = new TextField(Words.of(fact.label()));
        return new FactField(
                fact,
                field,
                () -> field.getValue().isBlank() ? null : field.getValue().strip(),
                text -> field.setValue(text.toString()));
    }

    private static FactField choice(Fact fact) {
        var field = new Select<String>();
        field.setLabel(Words.of(fact.label()));
        field.setItems(fact.codes());
        field.setItemLabelGenerator(code -> code == null ? "" : Words.of(fact.type() + "." + code));
        field.setEmptySelectionAllowed(true);
        return new FactField(fact, field, field::getValue, code -> field.setValue(code.toString()));
    }

    private static FactField choices(Fact fact) {
        var field = new MultiSelectComboBox<String>(Words.of(fact.label()));
        field.setItems(Stream.concat(fact.codes().stream(), Stream.of(NONE)).toList());
        field.setItemLabelGenerator(
                code -> code.equals(NONE) ? Words.of("admission.noneOfThem") : Words.of(fact.type() + "." + code));
        return new FactField(
                fact,
                field,
                () -> field.getValue().isEmpty()
                        ? null
                        : field.getValue().stream()
                                .filter(code -> !code.equals(NONE))
                                .toList(),
                codes -> field.setValue(several(codes).isEmpty() ? Set.of(NONE) : new LinkedHashSet<>(several(codes))));
    }

    private static FactField texts(Fact fact) {
        var field = new TextField(Words.of(fact.label()));
        field.setHelperText(Words.of("admission.texts.help"));
        return new FactField(
                fact,
                field,
                () -> field.getValue().isBlank() ? null : list(field.getValue()),
                texts -> field.setValue(several(texts).isEmpty() ? NONE : String.join(", ", several(texts))));
    }

    private static FactField records(Fact fact, FormFields fields) {
        var list =
                new RowList<>("facts." + fact.name(), "admission.records", () -> new FactRow(fact.elements()), fields);
        list.setLabel(Words.of(fact.label()));
        return new FactField(
                fact,
                list,
                () -> list.getValue().isEmpty() ? null : list.getValue(),
                records -> list.setValue(records(records)));
    }

    private static List<String> several(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(Object::toString).toList()
                : List.of(value.toString());
    }

    private static List<Map<String, Object>> records(Object value) {
        var records = new ArrayList<Map<String, Object>>();
        if (value instanceof Collection<?> many) {
            for (var each : many) {
                var record = new LinkedHashMap<String, Object>();
                if (each instanceof Map<?, ?> named) {
                    named.forEach((name, of) -> record.put(String.valueOf(name), of));
                }
                records.add(record);
            }
        }
        return records;
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
        registration.accept(fields, "facts." + fact.name());
    }

    /** Becomes a field of one of several records. */
    void join(FactRow row) {
        joining.accept(row);
    }

    /** A plain value, as JSON holds it; null when it is not known. */
    @Nullable
    Object read() {
        return reading.get();
    }

    void write(Object value) {
        writing.accept(value);
    }

    boolean isUnknown() {
        return read() == null;
    }

    void onChange(Runnable changed) {
        ((HasValue<?, ?>) component).addValueChangeListener(change -> changed.run());
    }

    boolean isWrong() {
        return ((HasValidation) component).isInvalid();
    }
}
