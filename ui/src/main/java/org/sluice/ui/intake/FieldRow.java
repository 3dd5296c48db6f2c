package org.sluice.ui.intake;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.intake.RequirementForm.FieldNeed;
import org.sluice.ui.intake.IntakeDesk.FieldOption;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Words;

/** One needed field. Its name may be one of the catalogue, which brings its level along, or a new one. */
final class FieldRow extends Composite<Div> {

    private final ComboBox<String> name = new ComboBox<>();
    private final TextField reason = new TextField();
    private final Select<Integer> level = new Select<>();
    private final Select<Boolean> mandatory = new Select<>();
    private final Button remove = new Button(VaadinIcon.CLOSE_SMALL.create());
    private final List<FieldOption> options;

    FieldRow(List<FieldOption> options, @Nullable FieldNeed need, Runnable changed) {
        this.options = options;
        name.setItems(options.stream().map(FieldOption::name).distinct().toList());
        name.setItemLabelGenerator(this::label);
        name.setAllowCustomValue(true);
        name.addCustomValueSetListener(typed -> name.setValue(typed.getDetail().strip()));
        name.setPlaceholder(column("fieldName"));
        reason.setPlaceholder(column("reason"));
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        level.setItems(1, 2, 3, 4, 5);
        level.setItemLabelGenerator(each -> Words.of("requirement.level", each));
        mandatory.setItems(true, false);
        mandatory.setItemLabelGenerator(each -> Words.of("requirement.mandatory." + each));
        mandatory.setValue(true);
        if (need != null) {
            fill(need);
        }
        name.addValueChangeListener(change -> level(change.getValue()));
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(name, reason, level, mandatory)) {
            field.addValueChangeListener(change -> changed.run());
        }
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        getContent().addClassName("field-row");
        getContent().getElement().setAttribute("role", "group");
        getContent().add(name, reason, level, mandatory, remove);
    }

    void onRemove(Runnable removed) {
        remove.addClickListener(click -> removed.run());
    }

    /** Takes the place in the form that the row now has. */
    void register(String path, int number, FormFields fields) {
        getContent().getElement().setAttribute("aria-label", Words.of("requirement.fieldsNeeded.row", number));
        fields.add(path + "fieldName", name).setAriaLabel(column("fieldName"));
        fields.add(path + "reason", reason).setAriaLabel(column("reason"));
        fields.add(path + "sensitivity", level).setAriaLabel(column("sensitivity"));
        fields.add(path + "mandatory", mandatory).setAriaLabel(column("mandatory"));
        remove.setAriaLabel(Words.of("requirement.fieldsNeeded.removeRow", number));
    }

    boolean isFor(String fieldName) {
        return fieldName.equals(name.getValue());
    }

    void focus() {
        if (name.getValue() == null) {
            name.focus();
        } else {
            reason.focus();
        }
    }

    FieldNeed read() {
        return new FieldNeed(name.getValue(), FormPart.written(reason), level.getValue(), mandatory.getValue());
    }

    private void fill(FieldNeed need) {
        name.setValue(need.fieldName());
        reason.setValue(FormPart.orEmpty(need.reason()));
        level.setValue(need.sensitivity());
        mandatory.setValue(need.mandatory());
    }

    private void level(@Nullable String fieldName) {
        options.stream()
                .filter(option -> option.name().equals(fieldName))
                .findFirst()
                .ifPresent(option -> level.setValue(option.jrLevel()));
    }

    private String label(String fieldName) {
        return options.stream()
                .filter(option -> option.name().equals(fieldName))
                .findFirst()
                .map(option -> Words.of(option.label()) + " (" + fieldName + ")")
                .orElse(fieldName);
    }

    private static String column(String name) {
        return Words.of("requirement.fieldsNeeded." + name);
    }
}
