package org.sluice.ui.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.FieldProblem;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Words;

/**
 * The form of one kind of user task. It shows fields and reads a body from them, and knows neither who may complete the
 * task nor what follows. Labels are the messages {@code panel.<key>.<field>}; the two ways of a yes-no field have words of their own,
 * {@code panel.<key>.<field>.yes} and {@code .no}.
 */
public abstract class TaskPanel<B extends Body> extends Composite<FormLayout> {

    private static final int LONGEST = 4000;

    private final String key;
    private final FormFields fields = new FormFields();

    protected TaskPanel(String key) {
        this.key = key;
        getContent().addClassName("task-panel");
        getContent().setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
    }

    /** What the person has filled in so far; it need not be complete. */
    public abstract B read();

    /** The key of the user task that this panel serves. */
    public final String key() {
        return key;
    }

    /** Says each problem at its field and gives back those that have none. */
    public final List<FieldProblem> show(List<FieldProblem> problems, Locale locale) {
        var homeless = fields.show(problems, locale);
        shown();
        return homeless;
    }

    /** Called when problems have been said, for a panel that folds parts of itself away. */
    protected void shown() {}

    /** What stands in the fields, whatever it is worth. */
    final Map<String, @Nullable Object> typed() {
        return fields.values();
    }

    final void type(Map<String, @Nullable Object> values) {
        fields.fill(values);
    }

    /** What a person is asked before a well-formed body is sent, because of what follows from it; null for nothing. */
    public @Nullable Question question() {
        return null;
    }

    /**
     * A question before sending.
     *
     * @param title of the question, readable alone
     * @param text what will follow
     * @param action word of the button that sends it nevertheless
     */
    public record Question(String title, String text, String action) {}

    public final void focusFirst() {
        fields.focusFirst();
    }

    /** Nobody has to guess what "yes" means here: each way is a sentence. */
    protected final RadioButtonGroup<Boolean> yesNo(String field) {
        return options(field, List.of(true, false), yes -> text(field + (yes ? ".yes" : ".no")));
    }

    protected final <E extends Enum<E>> RadioButtonGroup<E> options(String field, Class<E> type) {
        return options(field, List.of(type.getEnumConstants()), Words::of);
    }

    /** Shows amounts above all fields. */
    protected final void figures(List<TaskDesk.Figure> figures) {
        if (!figures.isEmpty()) {
            var list = new FactList();
            figures.forEach(figure -> list.labelled(
                    text("figure." + figure.name(), figure.of() == null ? "" : Words.of(figure.of())),
                    new Span(Format.forReader().money(figure.amount()))));
            getContent().addComponentAsFirst(list);
        }
    }

    /**
     * The choices that the desk gives for a field; the recommended one stands first, is marked and chosen.
     *
     * @param address where a choice can be looked at, in a tab of its own: what was typed here stays; may be null
     */
    protected final RadioButtonGroup<String> choices(
            String field, List<TaskDesk.Choice> all, Function<TaskDesk.Choice, @Nullable String> address) {
        var mine = all.stream()
                .filter(choice -> choice.field().equals(field))
                .sorted((a, b) -> Boolean.compare(b.recommended(), a.recommended()))
                .toList();
        var byValue = mine.stream().collect(Collectors.toMap(TaskDesk.Choice::value, Function.identity()));
        var group = options(field, mine.stream().map(TaskDesk.Choice::value).toList(), value -> value);
        group.setRenderer(new ComponentRenderer<>(value -> {
            var choice = Objects.requireNonNull(byValue.get(value));
            return new ChoiceLabel(choice, address.apply(choice));
        }));
        mine.stream().filter(TaskDesk.Choice::recommended).findFirst().ifPresent(best -> group.setValue(best.value()));
        if (mine.isEmpty()) {
            group.setHelperText(Words.of("panel.noChoices"));
        }
        return group;
    }

    protected final TextArea comment(String field) {
        var area = new TextArea(text(field));
        area.setMinRows(3);
        area.setMaxRows(12);
        area.setMaxLength(LONGEST);
        return place(field, area);
    }

    /** A no needs its reason: the comment is asked for then, and no longer missed when the answer changes. */
    protected final void reasonForNo(RadioButtonGroup<Boolean> answer, TextArea comment) {
        answer.addValueChangeListener(change -> {
            var no = Boolean.FALSE.equals(change.getValue());
            comment.setRequiredIndicatorVisible(no);
            if (!no) {
                fields.unsay("comment", "reasonForNo");
            }
        });
    }

    protected static @Nullable String written(TextArea area) {
        return area.getValue().isBlank() ? null : area.getValue().strip();
    }

    private <T> RadioButtonGroup<T> options(String field, List<T> items, ItemLabelGenerator<T> labels) {
        var group = new RadioButtonGroup<T>(text(field));
        group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        group.setItems(items);
        group.setItemLabelGenerator(labels);
        return place(field, group);
    }

    protected final TextField line(String field) {
        return place(field, new TextField(text(field)));
    }

    protected final DayField day(String field) {
        return place(field, new DayField(text(field)));
    }

    /** A value of the desk's choices for the field, found by typing; the recommended one is chosen. */
    protected final ComboBox<String> search(String field, List<TaskDesk.Choice> all) {
        var box = place(field, ChoiceBox.of(text(field), field, all));
        all.stream()
                .filter(choice -> choice.field().equals(field) && choice.recommended())
                .findFirst()
                .ifPresent(best -> box.setValue(best.value()));
        return box;
    }

    /** Below the fields that are there already, under the path of the body that it fills. */
    protected final <F extends Component & HasValidation & HasValue<?, ?>> F place(String field, F component) {
        getContent().add(component);
        return fields.add(field, component);
    }

    /** For parts of a panel that make fields themselves. */
    protected final FormFields fields() {
        return fields;
    }

    protected static @Nullable String written(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    protected final String text(String name, Object... arguments) {
        return Words.of("panel." + key + "." + name, arguments);
    }
}
