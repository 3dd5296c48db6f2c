package org.sluice.ui.evaluation;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.evaluation.CheckRectification;
import org.sluice.process.evaluation.EvaluationCycleProcess.Task;
import org.sluice.ui.tasks.TaskPanel;

/** Whether what was demanded has been done; what was demanded stands in the case beside it. */
final class CheckRectificationPanel extends TaskPanel<CheckRectification> {

    private final RadioButtonGroup<Boolean> verified = yesNo("verified");
    private final TextArea finding = comment("finding");

    CheckRectificationPanel() {
        super(Task.CHECK_RECTIFICATION);
        verified.setRequiredIndicatorVisible(true);
        finding.setRequiredIndicatorVisible(true);
    }

    @Override
    public CheckRectification read() {
        return new CheckRectification(verified.getValue(), written(finding));
    }
}
