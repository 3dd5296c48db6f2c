package org.sluice.ui.intake;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.intake.ApproveRequirement;
import org.sluice.process.intake.RequirementIntakeProcess.Task;
import org.sluice.ui.tasks.TaskPanel;

/** One rung of the approvals. */
final class ApproveRequirementPanel extends TaskPanel<ApproveRequirement> {

    private final RadioButtonGroup<Boolean> approved = yesNo("approved");
    private final TextArea comment = comment("comment");

    ApproveRequirementPanel() {
        super(Task.APPROVE_REQUIREMENT);
        approved.setRequiredIndicatorVisible(true);
        reasonForNo(approved, comment);
    }

    @Override
    public ApproveRequirement read() {
        return new ApproveRequirement(approved.getValue(), written(comment));
    }
}
