package org.sluice.ui.privacy;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.privacy.ApprovePrivacyJob;
import org.sluice.process.privacy.PrivacyJobProcess.Task;
import org.sluice.ui.tasks.TaskPanel;

/** One approval of a privacy job; who learns what, and what the rules found, stand in the case beside it. */
final class ApprovePrivacyJobPanel extends TaskPanel<ApprovePrivacyJob> {

    private final RadioButtonGroup<Boolean> approved = yesNo("approved");
    private final TextArea comment = comment("comment");

    ApprovePrivacyJobPanel() {
        super(Task.APPROVE_PRIVACY_JOB);
        approved.setRequiredIndicatorVisible(true);
        reasonForNo(approved, comment);
    }

    @Override
    public ApprovePrivacyJob read() {
        return new ApprovePrivacyJob(approved.getValue(), written(comment));
    }
}
