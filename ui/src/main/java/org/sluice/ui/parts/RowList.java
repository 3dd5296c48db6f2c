package org.sluice.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several alike, each in a box of its own; people add and take away. Problems come by the number of the row, which is a
 * part of the path of its fields: {@code quotations[0].amount}.
 *
 * <p>Words: {@code <words>} is the label of all, {@code <words>.add} of the button, {@code <words>.row} names one by its
 * number, and {@code <words>.remove} takes that one away.
 */
public final class RowList<T> extends CustomField<List<T>> {

    /** The fields of one of them, two beside each other where there is room. */
    public abstract static class Row<T> extends Composite<FormLayout> {

        private final List<Component> all = new ArrayList<>();
        private final List<BiConsumer<FormFields, String>> byName = new ArrayList<>();

        protected Row() {
            getContent()
                    .setResponsiveSteps(
                            new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("26rem", 2));
        }

        /** Takes a field in, under its name in the row's record. */
        protected final <F extends Component & HasValidation & HasValue<?, ?>> F field(String name, F field) {
            getContent().add(field);
            all.add(field);
            byName.add((fields, path) -> fields.add(path + name, field));
            return field;
        }

        /** What has been filled in so far. */
        protected abstract T read();

        /** Shows what is there already. */
        protected abstract void write(T value);

        private void register(FormFields fields, String path) {
            byName.forEach(each -> each.accept(fields, path));
        }

        private void onChange(Runnable changed) {
            all.forEach(field -> ((HasValue<?, ?>) field).addValueChangeListener(change -> changed.run()));
        }

        private void focus() {
            all.get(0).getElement().callJsFunction("focus");
        }
    }

    private record Box<T>(Row<T> row, Div frame, Span name, Button remove) {}

    private final String path;
    private final String words;
    private final Supplier<Row<T>> make;
    private final FormFields fields;
    private final Div body = new Div();
    private final List<Box<T>> boxes = new ArrayList<>();

    /**
     * @param path of the list in the form's body
     * @param words head of the message keys
     */
    public RowList(String path, String words, Supplier<Row<T>> make, FormFields fields) {
        super(List.of());
        this.path = path;
        this.words = words;
        this.make = make;
        this.fields = fields;
        setLabel(Words.of(words));
        setWidthFull();
        body.addClassName("stack");
        var add = new Button(Words.of(words + ".add"), VaadinIcon.PLUS.create(), click -> {
            append(null).focus();
            updateValue();
        });
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(body, add);
    }

    @Override
    protected List<T> generateModelValue() {
        return boxes.stream().map(box -> box.row().read()).toList();
    }

    @Override
    protected void setPresentationValue(@Nullable List<T> values) {
        boxes.clear();
        body.removeAll();
        if (values != null) {
            values.forEach(this::append);
        }
        number();
    }

    private Row<T> append(@Nullable T value) {
        var row = make.get();
        if (value != null) {
            row.write(value);
        }
        row.onChange(this::updateValue);
        var name = new Span();
        name.addClassName("quiet");
        var remove = new Button(VaadinIcon.TRASH.create());
        remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        var top = new Div(name, remove);
        top.addClassName("row-card-top");
        var frame = new Div(top, row);
        frame.addClassName("panel");
        frame.getElement().setAttribute("role", "group");
        var box = new Box<>(row, frame, name, remove);
        remove.addClickListener(click -> {
            boxes.remove(box);
            body.remove(frame);
            number();
            updateValue();
        });
        boxes.add(box);
        body.add(frame);
        number();
        return row;
    }

    private void number() {
        fields.forget(path + "[");
        for (int i = 0; i < boxes.size(); i++) {
            var box = boxes.get(i);
            var name = Words.of(words + ".row", i + 1);
            box.name().setText(name);
            box.frame().getElement().setAttribute("aria-label", name);
            box.remove().setAriaLabel(Words.of(words + ".remove", i + 1));
            box.row().register(fields, path + "[" + i + "].");
        }
    }
}
