package org.sluice.ui.procurement;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.procurement.ChooseOffer;
import org.sluice.process.procurement.OfferChoice;
import org.sluice.process.procurement.ProcurementProcess.Task;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.tasks.TaskDesk.Material;
import org.sluice.ui.tasks.TaskPanel;

/** One person takes one of the offers, or none, and says why. */
final class ChooseOfferPanel extends TaskPanel<ChooseOffer> {

    private final RadioButtonGroup<OfferChoice> choice;
    private final RadioButtonGroup<String> supplier;
    private final TextArea reasons;

    ChooseOfferPanel(Material given) {
        super(Task.CHOOSE_OFFER);
        figures(given.figures());
        choice = options("choice", OfferChoice.class);
        supplier = choices("supplier", given.choices(), offer -> Routes.supplier(offer.value()));
        reasons = comment("reasons");
        choice.setRequiredIndicatorVisible(true);
        supplier.setRequiredIndicatorVisible(true);
        reasons.setRequiredIndicatorVisible(true);
        supplier.setVisible(false);
        choice.addValueChangeListener(change -> supplier.setVisible(change.getValue() == OfferChoice.CHOSEN));
    }

    @Override
    public ChooseOffer read() {
        return new ChooseOffer(choice.getValue(), supplier.isVisible() ? supplier.getValue() : null, written(reasons));
    }
}
