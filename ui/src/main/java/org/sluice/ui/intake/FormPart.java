package org.sluice.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.process.intake.RequirementForm;
import org.sluice.ui.intake.IntakeDesk.Option;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.MoneyField;
import org.sluice.ui.parts.Words;

/** A group of the requirement form under its own heading. Labels are the messages {@code requirement.<field>}. */
abstract class FormPart extends Composite<Section> {

    /** Long enough not to ask at every letter, short enough to answer while the person still looks. */
    private static final int TYPING_PAUSE_MS = 500;

    private final FormLayout layout = new FormLayout();
    private final FormFields fields;
    private final Runnable changed;

    FormPart(String name, FormFields fields, Runnable changed) {
        this.fields = fields;
        this.changed = changed;
        layout.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("34rem", 2));
        var heading = new H2(Words.of("requirement.part." + name));
        heading.setId("part-" + name);
        getContent().addClassName("form-part");
        getContent().getElement().setAttribute("aria-labelledby", "part-" + name);
        getContent().add(heading, layout);
    }

    /** Puts a form's values into the fields, as when the person comes back to a draft. */
    abstract void fill(RequirementForm form);

    final TextField text(String name) {
        return typed(name, new TextField(label(name)));
    }

    final TextArea area(String name) {
        var area = new TextArea(label(name));
        area.setMinRows(2);
        area.setMaxRows(8);
        return wide(typed(name, area));
    }

    final IntegerField whole(String name) {
        return typed(name, new IntegerField(label(name)));
    }

    final BigDecimalField decimal(String name) {
        return typed(name, new BigDecimalField(label(name)));
    }

    final MoneyField money(String name) {
        return typed(name, new MoneyField(label(name)));
    }

    final ComboBox<Option> option(String name, List<Option> options) {
        var box = new ComboBox<Option>(label(name));
        box.setItems(options);
        box.setItemLabelGenerator(option -> Words.of(option.name()));
        return place(name, box);
    }

    final MultiSelectComboBox<Option> several(String name, List<Option> options) {
        var box = new MultiSelectComboBox<Option>(label(name));
        box.setItems(options);
        box.setItemLabelGenerator(option -> Words.of(option.name()));
        return place(name, box);
    }

    final <E extends Enum<E>> Select<E> constant(String name, Class<E> type) {
        var select = new Select<E>();
        select.setLabel(label(name));
        select.setItems(type.getEnumConstants());
        select.setItemLabelGenerator(each -> each == null ? "" : Words.of(each));
        select.setEmptySelectionAllowed(true);
        return place(name, select);
    }

    final <F extends Component & HasValidation & HasValue<?, ?>> F place(String name, F field) {
        field.addValueChangeListener(change -> changed.run());
        layout.add(field);
        return fields.add(name, field);
    }

    final <C extends Component> C wide(C component) {
        layout.setColspan(component, 2);
        return component;
    }

    final FormFields fields() {
        return fields;
    }

    final String label(String name) {
        return Words.of("requirement." + name);
    }

    static void mandatory(HasValue<?, ?>... many) {
        for (var each : many) {
            each.setRequiredIndicatorVisible(true);
        }
    }

    static @Nullable String code(@Nullable Option option) {
        return option == null ? null : option.code();
    }

    static List<String> codes(Collection<Option> options) {
        return options.stream().map(Option::code).toList();
    }

    /** The option of a code; null when the code is none of them, as after the catalogue changed. */
    static @Nullable Option find(List<Option> options, @Nullable String code) {
        return options.stream()
                .filter(option -> option.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    static Set<Option> find(List<Option> options, Collection<String> codes) {
        return options.stream()
                .filter(option -> codes.contains(option.code()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static @Nullable String written(HasValue<?, String> field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private <F extends Component & HasValidation & HasValue<?, ?> & HasValueChangeMode> F typed(String name, F field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MS);
        return place(name, field);
    }
}
