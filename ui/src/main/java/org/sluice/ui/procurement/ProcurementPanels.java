package org.sluice.ui.procurement;

import java.util.List;
import org.sluice.process.procurement.ApproveContract;
import org.sluice.process.procurement.ChooseOffer;
import org.sluice.process.procurement.PlanSourcing;
import org.sluice.process.procurement.ProcurementProcess.Task;
import org.sluice.process.procurement.RecordQuotations;
import org.sluice.process.procurement.RegisterContract;
import org.sluice.process.procurement.SettleOverrun;
import org.sluice.ui.tasks.PanelSource;
import org.sluice.ui.tasks.PanelType;
import org.springframework.stereotype.Component;

/** The panels of procurement's user tasks. */
@Component
public class ProcurementPanels implements PanelSource {

    private final QuotationDesk desk;

    public ProcurementPanels(QuotationDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<PanelType<?>> panels() {
        return List.of(
                new PanelType<>(Task.PLAN_SOURCING, PlanSourcing.class, PlanSourcingPanel::new),
                new PanelType<>(
                        Task.RECORD_QUOTATIONS,
                        RecordQuotations.class,
                        (task, given) -> new RecordQuotationsPanel(task, desk, given)),
                new PanelType<>(Task.CHOOSE_OFFER, ChooseOffer.class, ChooseOfferPanel::new),
                new PanelType<>(Task.SETTLE_OVERRUN, SettleOverrun.class, SettleOverrunPanel::new),
                new PanelType<>(Task.APPROVE_CONTRACT, ApproveContract.class, ApproveContractPanel::new),
                new PanelType<>(Task.REGISTER_CONTRACT, RegisterContract.class, given -> new RegisterContractPanel()));
    }
}
