package org.sluice.ui.privacy;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.privacy.PrivacyJobProcess.Task;
import org.sluice.process.privacy.SettlePrivacyJob;
import org.sluice.ui.tasks.TaskPanel;

/** What becomes of a job that went wrong; either way wants its reason, which stays on record. */
final class SettlePrivacyJobPanel extends TaskPanel<SettlePrivacyJob> {

    private final RadioButtonGroup<Boolean> again = yesNo("again");
    private final TextArea comment = comment("comment");

    SettlePrivacyJobPanel() {
        super(Task.SETTLE_PRIVACY_JOB);
        again.setRequiredIndicatorVisible(true);
        comment.setRequiredIndicatorVisible(true);
    }

    @Override
    public SettlePrivacyJob read() {
        return new SettlePrivacyJob(again.getValue(), written(comment));
    }
}
