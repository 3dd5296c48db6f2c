package org.sluice.ui.exit;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.sluice.process.exit.DataExitProcess.Task;
import org.sluice.process.exit.RecordSupplierDeletion;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskPanel;

/** What the supplier has certified, or that it refuses. */
final class RecordSupplierDeletionPanel extends TaskPanel<RecordSupplierDeletion> {

    private final RadioButtonGroup<Boolean> certified = yesNo("certified");
    private final TextField certificateNo = line("certificateNo");
    private final DayField deletedOn = day("deletedOn");
    private final TextArea statement = comment("statement");

    RecordSupplierDeletionPanel() {
        super(Task.RECORD_SUPPLIER_DELETION);
        certified.setRequiredIndicatorVisible(true);
        statement.setRequiredIndicatorVisible(true);
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
    public RecordSupplierDeletion read() {
        var certificate = certificateNo.isVisible();
        return new RecordSupplierDeletion(
                certified.getValue(),
                certificate ? written(certificateNo) : null,
                certificate ? deletedOn.getValue() : null,
                written(statement));
    }
}
