package org.sluice.ui.exit;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.process.exit.AssessExit;
import org.sluice.process.exit.DataExitProcess.Task;
import org.sluice.ui.tasks.TaskDesk.Material;
import org.sluice.ui.tasks.TaskPanel;

/** What the urgency depends on; what the house knows of the product is chosen already. */
final class AssessExitPanel extends TaskPanel<AssessExit> {

    private final RadioButtonGroup<IncidentLevel> incidentLevel = options("incidentLevel", IncidentLevel.class);
    private final RadioButtonGroup<Boolean> sourceLawful = yesNo("sourceLawful");
    private final RadioButtonGroup<Boolean> critical = yesNo("critical");
    private final RadioButtonGroup<Boolean> replacementReady = yesNo("replacementReady");
    private final TextArea comment = comment("comment");

    AssessExitPanel(Material given) {
        super(Task.ASSESS_EXIT);
        List.of(sourceLawful, critical, replacementReady).forEach(field -> field.setRequiredIndicatorVisible(true));
        incidentLevel.setRequiredIndicatorVisible(true);
        propose(given, "critical", critical);
        propose(given, "replacementReady", replacementReady);
    }

    private void propose(Material given, String name, RadioButtonGroup<Boolean> field) {
        given.choices().stream()
                .filter(choice -> choice.field().equals(name) && choice.recommended())
                .findFirst()
                .ifPresent(choice -> {
                    field.setValue(Boolean.valueOf(choice.value()));
                    field.setHelperText(text("proposed"));
                });
    }

    @Override
    public AssessExit read() {
        return new AssessExit(
                incidentLevel.getValue(),
                sourceLawful.getValue(),
                critical.getValue(),
                replacementReady.getValue(),
                written(comment));
    }
}
