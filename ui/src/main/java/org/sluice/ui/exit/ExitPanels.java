package org.sluice.ui.exit;

import java.util.List;
import org.sluice.process.exit.ApproveExit;
import org.sluice.process.exit.AssessExit;
import org.sluice.process.exit.ChooseReplacement;
import org.sluice.process.exit.CompareProducts;
import org.sluice.process.exit.DataExitProcess.Task;
import org.sluice.process.exit.DecideDegradeMode;
import org.sluice.process.exit.RecordOwnDeletion;
import org.sluice.process.exit.RecordSupplierDeletion;
import org.sluice.process.exit.SettleContracts;
import org.sluice.process.exit.SettleRefusedDeletion;
import org.sluice.ui.tasks.PanelSource;
import org.sluice.ui.tasks.PanelType;
import org.springframework.stereotype.Component;

/** The panels of the exit's user tasks. */
@Component
public class ExitPanels implements PanelSource {

    @Override
    public List<PanelType<?>> panels() {
        return List.of(
                new PanelType<>(Task.ASSESS_EXIT, AssessExit.class, AssessExitPanel::new),
                signature(Task.APPROVE_EXIT),
                signature(Task.DECIDE_OVERDUE_EXIT),
                new PanelType<>(Task.CHOOSE_REPLACEMENT, ChooseReplacement.class, ChooseReplacementPanel::new),
                new PanelType<>(
                        Task.DECIDE_DEGRADE_MODE, DecideDegradeMode.class, given -> new DecideDegradeModePanel()),
                new PanelType<>(Task.COMPARE_PRODUCTS, CompareProducts.class, given -> new CompareProductsPanel()),
                new PanelType<>(Task.SETTLE_CONTRACTS, SettleContracts.class, SettleContractsPanel::new),
                new PanelType<>(
                        Task.RECORD_OWN_DELETION, RecordOwnDeletion.class, given -> new RecordOwnDeletionPanel()),
                new PanelType<>(
                        Task.RECORD_SUPPLIER_DELETION,
                        RecordSupplierDeletion.class,
                        given -> new RecordSupplierDeletionPanel()),
                new PanelType<>(
                        Task.SETTLE_REFUSED_DELETION,
                        SettleRefusedDeletion.class,
                        given -> new SettleRefusedDeletionPanel()));
    }

    private static PanelType<ApproveExit> signature(String key) {
        return new PanelType<>(key, ApproveExit.class, given -> new ApproveExitPanel(key));
    }
}
