package org.sluice.ui.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.process.intake.RequirementForm.FieldNeed;
import org.sluice.ui.intake.IntakeDesk.FieldOption;
import org.sluice.ui.intake.IntakeDesk.Grade;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Words;

/** The fields that are needed, one a row, each with its reason; the catalogue proposes those of the chosen classes. */
final class FieldTable extends CustomField<List<FieldNeed>> {

    private static final String PATH = "fieldsNeeded[";

    private final List<FieldOption> options;
    private final FormFields fields;
    private final MultiSelectComboBox<FieldOption> proposals = new MultiSelectComboBox<>();
    private final Div head = new Div();
    private final Div body = new Div();
    private final List<FieldRow> rows = new ArrayList<>();

    FieldTable(List<FieldOption> options, FormFields fields) {
        super(List.of());
        this.options = options;
        this.fields = fields;
        setLabel(Words.of("requirement.fieldsNeeded"));
        setHelperText(Words.of("requirement.fieldsNeeded.help"));
        proposals.setPlaceholder(Words.of("requirement.fieldsNeeded.propose"));
        proposals.setAriaLabel(Words.of("requirement.fieldsNeeded.propose"));
        proposals.setItemLabelGenerator(this::proposal);
        proposals.addValueChangeListener(change -> take(change.getValue()));
        var add = new Button(Words.of("requirement.fieldsNeeded.add"), VaadinIcon.PLUS.create(), click -> {
            append(null).focus();
            updateValue();
        });
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var tools = new Div(proposals, add);
        tools.addClassName("field-table-tools");
        for (var column : List.of("fieldName", "reason", "sensitivity", "mandatory", "remove")) {
            head.add(new Span(Words.of("requirement.fieldsNeeded." + column)));
        }
        head.addClassName("field-row");
        head.addClassName("field-table-head");
        head.getElement().setAttribute("aria-hidden", "true");
        head.setVisible(false);
        add(tools, head, body);
        addClassName("field-table");
    }

    /** Says beside the rows what they amount to. */
    void grade(Grade grade) {
        var key = grade.personalInfo() ? "requirement.grade.personal" : "requirement.grade";
        setHelperText(Words.of("requirement.fieldsNeeded.help") + " " + Words.of(key, grade.jrLevel()));
    }

    /** Offers the fields of these classes; of all when none is chosen. */
    void propose(List<String> dataClasses) {
        proposals.setItems(options.stream()
                .filter(option -> dataClasses.isEmpty() || dataClasses.contains(option.dataClass()))
                .filter(option -> rows.stream().noneMatch(row -> row.isFor(option.name())))
                .toList());
    }

    @Override
    protected List<FieldNeed> generateModelValue() {
        return rows.stream().map(FieldRow::read).toList();
    }

    @Override
    protected void setPresentationValue(@Nullable List<FieldNeed> needs) {
        rows.clear();
        body.removeAll();
        if (needs != null) {
            needs.forEach(this::append);
        }
        number();
    }

    private void take(Set<FieldOption> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        chosen.stream()
                .filter(option -> rows.stream().noneMatch(row -> row.isFor(option.name())))
                .forEach(option -> append(new FieldNeed(option.name(), null, option.jrLevel(), true)));
        proposals.deselectAll();
        rows.get(rows.size() - 1).focus();
        updateValue();
    }

    private FieldRow append(@Nullable FieldNeed need) {
        var row = new FieldRow(options, need, this::updateValue);
        row.onRemove(() -> {
            rows.remove(row);
            body.remove(row);
            number();
            updateValue();
        });
        rows.add(row);
        body.add(row);
        number();
        return row;
    }

    /** Problems come by the number of their row. */
    private void number() {
        head.setVisible(!rows.isEmpty());
        fields.forget(PATH);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).register(PATH + i + "].", i + 1, fields);
        }
    }

    private String proposal(FieldOption option) {
        var personal = option.personalInfo() ? " · " + Words.of(personal(option)) : "";
        return Words.of(option.label()) + " (" + option.name() + ") · "
                + Words.of("requirement.level", option.jrLevel()) + personal;
    }

    private static String personal(FieldOption option) {
        return option.ifPerson() ? "requirement.personalInfo.ifPerson" : "requirement.personalInfo";
    }
}
