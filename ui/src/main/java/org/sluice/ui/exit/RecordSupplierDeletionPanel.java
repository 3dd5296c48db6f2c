package org.sluice.ui.exit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.exit.DataExitProcess.Task;
import org.sluice.process.exit.RecordSupplierDeletion;

/** What the supplier has certified, or that it refuses. */
final class RecordSupplierDeletionPanel extends CertificatePanel<RecordSupplierDeletion> {

    RecordSupplierDeletionPanel() {
        super(Task.RECORD_SUPPLIER_DELETION, "statement");
    }

    @Override
    RecordSupplierDeletion answer(
            @Nullable Boolean certified,
            @Nullable String certificateNo,
            @Nullable LocalDate deletedOn,
            @Nullable String remark) {
        return new RecordSupplierDeletion(certified, certificateNo, deletedOn, remark);
    }
}
