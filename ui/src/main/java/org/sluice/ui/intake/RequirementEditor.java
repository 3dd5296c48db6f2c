package org.sluice.ui.intake;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sluice.process.FieldProblem;
import org.sluice.process.Money;
import org.sluice.process.intake.DecisionImpact;
import org.sluice.process.intake.RequirementForm;
import org.sluice.ui.intake.IntakeDesk.Choices;
import org.sluice.ui.intake.IntakeDesk.Grade;
import org.sluice.ui.intake.IntakeDesk.ScenarioOption;
import org.sluice.ui.parts.FormFields;

/** The requirement form: five groups that together read and show one {@link RequirementForm}. It asks nobody anything. */
final class RequirementEditor extends Composite<Div> {

    private final FormFields fields = new FormFields();
    private final Runnable changed;
    private final NeedPart need;
    private final DataPart data;
    private final DeliveryPart delivery;
    private final LawPart law;
    private final MoneyPart money;
    private final Choices choices;
    private @Nullable ScenarioOption proposedBy;
    private boolean quiet = true;

    RequirementEditor(Choices choices, Runnable changed) {
        this.choices = choices;
        this.changed = changed;
        need = new NeedPart(choices, fields, this::change);
        data = new DataPart(choices, fields, this::change);
        delivery = new DeliveryPart(fields, this::change);
        law = new LawPart(fields, this::change);
        money = new MoneyPart(fields, this::change);
        law.persons(false);
        need.onScenario(this::propose);
        getContent().addClassName("requirement-editor");
        getContent().add(need, data, delivery, law, money);
        quiet = false;
    }

    /** Shows a draft; nobody is told, since nothing was typed. */
    void fill(RequirementForm form) {
        quiet = true;
        List.of(need, data, delivery, law, money).forEach(part -> part.fill(form));
        quiet = false;
    }

    RequirementForm read() {
        return new RequirementForm(
                FormPart.written(need.title),
                FormPart.code(need.businessLine.getValue()),
                FormPart.code(need.branch.getValue()),
                need.scenario.getValue() == null
                        ? null
                        : need.scenario.getValue().code(),
                need.impact.getValue(),
                need.automated.getValue(),
                data.subject.getValue(),
                FormPart.codes(data.dataClasses.getValue()),
                data.needs.getValue(),
                FormPart.codes(data.regions.getValue()),
                data.historyMonths.getValue(),
                delivery.form.getValue(),
                delivery.callsPerYear(),
                delivery.peakTps.getValue(),
                delivery.latencyMs.getValue(),
                need.neededBy.getValue(),
                need.urgency.getValue(),
                need.urgencyReason.isVisible() ? FormPart.written(need.urgencyReason) : null,
                FormPart.written(need.benefit),
                money.benefitPerYear.getValue(),
                money.source.getValue(),
                money.amount.getValue(),
                law.basis.getValue(),
                law.channel.getValue(),
                FormPart.written(money.supplier),
                money.supplierReason.isVisible() ? FormPart.written(money.supplierReason) : null,
                money.alternatives());
    }

    List<FieldProblem> show(List<FieldProblem> problems, Locale locale) {
        return fields.show(problems, locale);
    }

    void available(@Nullable Money left) {
        money.available(left);
    }

    /** Shows how sensitive the house finds the form. */
    void grade(Grade grade) {
        data.grade(grade);
        law.persons(grade.personalInfo());
    }

    void looksAt(String productCode) {
        money.looksAt(productCode);
    }

    /** Fills what is still empty or still as the scenario before proposed it; what the person chose stays. */
    private void propose(ScenarioOption scenario) {
        if (quiet) {
            proposedBy = scenario;
            return;
        }
        var before = proposedBy;
        proposedBy = scenario;
        var form = read();
        var line = form.businessLine();
        if (line == null
                || (before != null
                        && before.businessLines().get(0).equals(line)
                        && !scenario.businessLines().contains(line))) {
            need.businessLine.setValue(FormPart.find(
                    choices.businessLines(), scenario.businessLines().get(0)));
        }
        if (form.decisionImpact() == null
                || (before != null
                        && before.decisionImpact().equals(form.decisionImpact().name()))) {
            need.impact.setValue(DecisionImpact.valueOf(scenario.decisionImpact()));
        }
        if (form.dataClasses().isEmpty()
                || (before != null && before.dataClasses().containsAll(form.dataClasses()))) {
            data.dataClasses.setValue(FormPart.find(choices.dataClasses(), scenario.dataClasses()));
        }
    }

    private void change() {
        if (!quiet) {
            changed.run();
        }
    }
}
