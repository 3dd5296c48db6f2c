package org.sluice.ui.exit;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskPanel;

/** Whether the deletion is certified, by which certificate, and in either case what there is to say about it. */
abstract sealed class CertificatePanel<T extends Body> extends TaskPanel<T>
        permits RecordSupplierDeletionPanel, SettleRefusedDeletionPanel {

    private final RadioButtonGroup<Boolean> certified = yesNo("certified");
    private final TextField certificateNo = line("certificateNo");
    private final DayField deletedOn = day("deletedOn");
    private final TextArea remark;

    CertificatePanel(String key, String remarkField) {
        super(key);
        remark = comment(remarkField);
        certified.setRequiredIndicatorVisible(true);
        remark.setRequiredIndicatorVisible(true);
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
    public final T read() {
        var certificate = certificateNo.isVisible();
        return answer(
                certified.getValue(),
                certificate ? written(certificateNo) : null,
                certificate ? deletedOn.getValue() : null,
                written(remark));
    }

    /** What was entered; number and day are null when no certificate is claimed. */
    abstract T answer(
            @Nullable Boolean certified,
            @Nullable String certificateNo,
            @Nullable LocalDate deletedOn,
            @Nullable String remark);
}
