package org.sluice.ui.privacy;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.privacy.PrivacyJobProcess.Task;
import org.sluice.process.privacy.ReleasePrivacyResult;
import org.sluice.ui.tasks.TaskPanel;

/** Whether a held result is opened; the receipts on which it rests stand in the case beside it. */
final class ReleasePrivacyResultPanel extends TaskPanel<ReleasePrivacyResult> {

    private final RadioButtonGroup<Boolean> released = yesNo("released");
    private final TextArea comment = comment("comment");

    ReleasePrivacyResultPanel() {
        super(Task.RELEASE_PRIVACY_RESULT);
        released.setRequiredIndicatorVisible(true);
        reasonForNo(released, comment);
    }

    @Override
    public ReleasePrivacyResult read() {
        return new ReleasePrivacyResult(released.getValue(), written(comment));
    }
}
