package org.sluice.ui.intake;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.stream.Collectors;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.SubjectType;
import org.sluice.ui.intake.IntakeDesk.Choices;
import org.sluice.ui.intake.IntakeDesk.Grade;
import org.sluice.ui.intake.IntakeDesk.Option;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Words;

/** About whom, which classes and which fields, where and how far back. */
final class DataPart extends FormPart {

    final Select<SubjectType> subject;
    final MultiSelectComboBox<Option> dataClasses;
    final FieldTable needs;
    final MultiSelectComboBox<Option> regions;
    final IntegerField historyMonths;

    private final Choices choices;

    DataPart(Choices choices, FormFields fields, Runnable changed) {
        super("data", fields, changed);
        this.choices = choices;
        subject = constant("subjectType", SubjectType.class);
        dataClasses = several("dataClasses", choices.dataClasses());
        needs = wide(place("fieldsNeeded", new FieldTable(choices.fields(), fields)));
        regions = several("regionScope", choices.regions());
        regions.setHelperText(label("regionScope.help"));
        historyMonths = whole("historyMonths");
        historyMonths.setMin(0);
        historyMonths.setMax(60);
        historyMonths.setStepButtonsVisible(true);
        mandatory(subject, dataClasses, needs);
        dataClasses.addValueChangeListener(change -> needs.propose(codes(change.getValue())));
        needs.propose(codes(dataClasses.getValue()));
    }

    /** Shows what the house makes of it, and at once when the subjects contradict the classes. */
    void grade(Grade grade) {
        needs.grade(grade);
        subject.setHelperText(grade.problems().stream()
                .filter(problem -> problem.field().equals("subjectType"))
                .map(problem -> problem.text(Words.locale()))
                .collect(Collectors.joining(" ")));
    }

    @Override
    void fill(RequirementForm form) {
        subject.setValue(form.subjectType());
        dataClasses.setValue(find(choices.dataClasses(), form.dataClasses()));
        needs.setValue(form.fieldsNeeded());
        regions.setValue(find(choices.regions(), form.regionScope()));
        historyMonths.setValue(form.historyMonths());
    }
}
