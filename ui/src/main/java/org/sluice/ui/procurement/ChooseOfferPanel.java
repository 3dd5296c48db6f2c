package org.sluice.ui.procurement;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.procurement.ChooseOffer;
import org.sluice.process.procurement.OfferChoice;
import org.sluice.process.procurement.ProcurementProcess.Task;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.tasks.TaskDesk.Choice;
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
        supplier = choices("supplier", priced(given.choices()), offer -> Routes.supplier(offer.value()));
        reasons = comment("reasons");
        choice.setRequiredIndicatorVisible(true);
        supplier.setRequiredIndicatorVisible(true);
        reasons.setRequiredIndicatorVisible(true);
        supplier.setVisible(false);
        choice.addValueChangeListener(change -> supplier.setVisible(change.getValue() == OfferChoice.CHOSEN));
    }

    /** What an offer costs is a part of its name, and nothing that is left of anything. */
    private static List<Choice> priced(List<Choice> offers) {
        return offers.stream()
                .map(offer -> new Choice(
                        offer.field(),
                        offer.value(),
                        offer.left() == null ? offer.label() : priced(offer.label(), offer.left()),
                        offer.recommended(),
                        offer.caseId(),
                        null))
                .toList();
    }

    private static LocalText priced(LocalText supplier, Money amount) {
        var price = " · " + Format.forReader().money(amount);
        return new LocalText(supplier.zh() + price, supplier.en() + price);
    }

    @Override
    public ChooseOffer read() {
        return new ChooseOffer(choice.getValue(), supplier.isVisible() ? supplier.getValue() : null, written(reasons));
    }
}
