package org.sluice.ui.access;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.access.ApproveUsage;
import org.sluice.process.access.UsageAuthorizationProcess.Task;
import org.sluice.ui.tasks.TaskDesk.Material;
import org.sluice.ui.tasks.TaskPanel;

/** One approval of a use; what is asked for and what the house knows of it stand in the case beside it. */
final class ApproveUsagePanel extends TaskPanel<ApproveUsage> {

    private final RadioButtonGroup<Boolean> approved;
    private final TextArea comment;

    ApproveUsagePanel(Material given) {
        super(Task.APPROVE_USAGE);
        figures(given.figures());
        approved = yesNo("approved");
        comment = comment("comment");
        approved.setRequiredIndicatorVisible(true);
        reasonForNo(approved, comment);
    }

    @Override
    public ApproveUsage read() {
        return new ApproveUsage(approved.getValue(), written(comment));
    }
}
