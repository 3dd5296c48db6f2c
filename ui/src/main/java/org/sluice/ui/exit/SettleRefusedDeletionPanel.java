package org.sluice.ui.exit;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.sluice.process.exit.DataExitProcess.Task;
import org.sluice.process.exit.SettleRefusedDeletion;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskPanel;

/** The certificate after all, or a proposal for the blacklist. */
final class SettleRefusedDeletionPanel extends TaskPanel<SettleRefusedDeletion> {

    private final RadioButtonGroup<Boolean> certified = yesNo("certified");
    private final TextField certificateNo = line("certificateNo");
    private final DayField deletedOn = day("deletedOn");
    private final TextArea measures = comment("measures");

    SettleRefusedDeletionPanel() {
        super(Task.SETTLE_REFUSED_DELETION);
        certified.setRequiredIndicatorVisible(true);
        measures.setRequiredIndicatorVisible(true);
        certificateNo.setRequiredIndicatorVisible(true);
        deletedOn.setRequiredIndicatorVisible(true);
        show(false);
        certified.addValueChangeListener(change -> show(Boolean.TRUE.equals(change.getValue())));
    }

    private void show(boolean certificate) {
        certificateNo.setVisible(certificate);
        deletedOn.setVisible(certificate);
    }

    @Override
    public SettleRefusedDeletion read() {
        var certificate = certificateNo.isVisible();
        return new SettleRefusedDeletion(
                certified.getValue(),
                certificate ? written(certificateNo) : null,
                certificate ? deletedOn.getValue() : null,
                written(measures));
    }
}
