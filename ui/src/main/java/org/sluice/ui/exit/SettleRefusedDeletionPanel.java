package org.sluice.ui.exit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.exit.DataExitProcess.Task;
import org.sluice.process.exit.SettleRefusedDeletion;

/** The certificate after all, or a proposal for the blacklist. */
final class SettleRefusedDeletionPanel extends CertificatePanel<SettleRefusedDeletion> {

    SettleRefusedDeletionPanel() {
        super(Task.SETTLE_REFUSED_DELETION, "measures");
    }

    @Override
    SettleRefusedDeletion answer(
            @Nullable Boolean certified,
            @Nullable String certificateNo,
            @Nullable LocalDate deletedOn,
            @Nullable String remark) {
        return new SettleRefusedDeletion(certified, certificateNo, deletedOn, remark);
    }
}
