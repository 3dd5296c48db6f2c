package org.sluice.ui.exit;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.exit.ApproveExit;
import org.sluice.ui.tasks.TaskPanel;

/** A signature under an exit, or its refusal. */
final class ApproveExitPanel extends TaskPanel<ApproveExit> {

    private final RadioButtonGroup<Boolean> approved;
    private final TextArea comment;

    ApproveExitPanel(String key) {
        super(key);
        approved = yesNo("approved");
        comment = comment("comment");
        approved.setRequiredIndicatorVisible(true);
        reasonForNo(approved, comment);
    }

    @Override
    public ApproveExit read() {
        return new ApproveExit(approved.getValue(), written(comment));
    }
}
