package org.sluice.ui.intake;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.sluice.process.intake.DecisionImpact;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.Urgency;
import org.sluice.ui.intake.IntakeDesk.Choices;
import org.sluice.ui.intake.IntakeDesk.Option;
import org.sluice.ui.intake.IntakeDesk.ScenarioOption;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Words;

/** Who needs the data, for what, how soon, and what it will bring. */
final class NeedPart extends FormPart {

    final TextField title;
    final ComboBox<ScenarioOption> scenario;
    final ComboBox<Option> businessLine;
    final ComboBox<Option> branch;
    final Select<DecisionImpact> impact;
    final RadioButtonGroup<Boolean> automated;
    final DayField neededBy;
    final Select<Urgency> urgency;
    final TextArea urgencyReason;
    final TextArea benefit;

    private final Choices choices;

    NeedPart(Choices choices, FormFields fields, Runnable changed) {
        super("need", fields, changed);
        this.choices = choices;
        title = wide(text("title"));
        title.setMaxLength(80);
        scenario = scenarios();
        businessLine = option("businessLine", choices.businessLines());
        branch = option("branchCode", choices.units());
        impact = constant("decisionImpact", DecisionImpact.class);
        automated = place("automatedDecision", new RadioButtonGroup<Boolean>(label("automatedDecision")));
        automated.setItems(true, false);
        automated.setItemLabelGenerator(yes -> Words.of(yes ? "requirement.yes" : "requirement.no"));
        neededBy = place("neededBy", new DayField(label("neededBy")));
        urgency = constant("urgency", Urgency.class);
        urgencyReason = area("urgencyReason");
        benefit = area("expectedBenefit");
        mandatory(title, scenario, businessLine, branch, impact, automated, neededBy, urgency, urgencyReason, benefit);
        urgencyReason.setVisible(false);
        urgency.addValueChangeListener(change -> urgencyReason.setVisible(change.getValue() == Urgency.URGENT));
        if (choices.units().size() == 1) {
            branch.setValue(choices.units().get(0));
        }
    }

    /** Runs when a scenario is picked. */
    void onScenario(Consumer<ScenarioOption> picked) {
        scenario.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                picked.accept(change.getValue());
            }
        });
    }

    @Override
    void fill(RequirementForm form) {
        title.setValue(orEmpty(form.title()));
        choices.scenarios().stream()
                .filter(each -> each.code().equals(form.scenarioCode()))
                .findFirst()
                .ifPresent(scenario::setValue);
        businessLine.setValue(find(choices.businessLines(), form.businessLine()));
        branch.setValue(find(choices.units(), form.branchCode()));
        impact.setValue(form.decisionImpact());
        automated.setValue(form.automatedDecision());
        neededBy.setValue(form.neededBy());
        urgency.setValue(form.urgency());
        urgencyReason.setValue(orEmpty(form.urgencyReason()));
        benefit.setValue(orEmpty(form.expectedBenefit()));
    }

    private ComboBox<ScenarioOption> scenarios() {
        var box = new ComboBox<ScenarioOption>(label("scenarioCode"));
        box.setItems(choices.scenarios());
        box.setItemLabelGenerator(option -> Words.of(option.name()));
        box.setHelperText(Words.of("requirement.scenarioCode.help"));
        return place("scenarioCode", box);
    }
}
