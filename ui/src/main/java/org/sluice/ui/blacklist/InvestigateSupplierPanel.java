package org.sluice.ui.blacklist;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.blacklist.InvestigateSupplier;
import org.sluice.process.blacklist.SupplierBlacklistProcess.Task;
import org.sluice.ui.tasks.TaskPanel;

/** One investigator's finding; the proposal stands in the case beside it. */
final class InvestigateSupplierPanel extends TaskPanel<InvestigateSupplier> {

    private final RadioButtonGroup<Boolean> confirmed = yesNo("confirmed");
    private final TextArea finding = comment("finding");

    InvestigateSupplierPanel() {
        super(Task.INVESTIGATE_SUPPLIER);
        confirmed.setRequiredIndicatorVisible(true);
        finding.setRequiredIndicatorVisible(true);
    }

    @Override
    public InvestigateSupplier read() {
        return new InvestigateSupplier(confirmed.getValue(), written(finding));
    }
}
