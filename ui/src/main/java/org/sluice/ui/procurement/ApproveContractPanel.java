package org.sluice.ui.procurement;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.procurement.ApproveContract;
import org.sluice.process.procurement.ProcurementProcess.Task;
import org.sluice.ui.tasks.TaskDesk.Material;
import org.sluice.ui.tasks.TaskPanel;

/** One rung of the approvals before signature. */
final class ApproveContractPanel extends TaskPanel<ApproveContract> {

    private final RadioButtonGroup<Boolean> approved;
    private final TextArea comment;

    ApproveContractPanel(Material given) {
        super(Task.APPROVE_CONTRACT);
        figures(given.figures());
        approved = yesNo("approved");
        comment = comment("comment");
        approved.setRequiredIndicatorVisible(true);
        reasonForNo(approved, comment);
    }

    @Override
    public ApproveContract read() {
        return new ApproveContract(approved.getValue(), written(comment));
    }
}
