package org.sluice.ui.procurement;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.procurement.PlanSourcing;
import org.sluice.process.procurement.ProcurementProcess.Task;
import org.sluice.process.procurement.SourcingChoice;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.tasks.TaskDesk.Choice;
import org.sluice.ui.tasks.TaskDesk.Material;
import org.sluice.ui.tasks.TaskPanel;

/** Buy, join another purchase, or give up. What the market is like is asked only of a purchase. */
final class PlanSourcingPanel extends TaskPanel<PlanSourcing> {

    private final RadioButtonGroup<SourcingChoice> choice;
    private final RadioButtonGroup<String> joinCase;
    private final IntegerField qualifiedSuppliers;
    private final List<RadioButtonGroup<Boolean>> market;
    private final TextArea comment;

    PlanSourcingPanel(Material given) {
        super(Task.PLAN_SOURCING);
        figures(given.figures());
        choice = options("choice", SourcingChoice.class);
        joinCase = choices("joinCase", given.choices(), PlanSourcingPanel::address);
        qualifiedSuppliers = place("qualifiedSuppliers", new IntegerField(text("qualifiedSuppliers")));
        market = List.of(
                yesNo("uniquenessProven"),
                yesNo("unforeseeableUrgency"),
                yesNo("severalSuppliersWanted"),
                yesNo("specClear"),
                yesNo("limitedMarket"));
        comment = comment("comment");
        choice.setRequiredIndicatorVisible(true);
        joinCase.setRequiredIndicatorVisible(true);
        qualifiedSuppliers.setRequiredIndicatorVisible(true);
        market.forEach(fact -> fact.setRequiredIndicatorVisible(true));
        choice.addValueChangeListener(change -> fit(change.getValue()));
        fit(null);
    }

    private void fit(@Nullable SourcingChoice chosen) {
        joinCase.setVisible(chosen == SourcingChoice.JOIN);
        qualifiedSuppliers.setVisible(chosen == SourcingChoice.PROCEED);
        market.forEach(fact -> fact.setVisible(chosen == SourcingChoice.PROCEED));
        comment.setRequiredIndicatorVisible(chosen == SourcingChoice.JOIN || chosen == SourcingChoice.GIVE_UP);
    }

    private static @Nullable String address(Choice purchase) {
        return purchase.caseId() == null ? null : Routes.caseOf(purchase.caseId());
    }

    @Override
    public PlanSourcing read() {
        return new PlanSourcing(
                choice.getValue(),
                joinCase.isVisible() ? joinCase.getValue() : null,
                qualifiedSuppliers.isVisible() ? qualifiedSuppliers.getValue() : null,
                fact(0),
                fact(1),
                fact(2),
                fact(3),
                fact(4),
                written(comment));
    }

    private @Nullable Boolean fact(int at) {
        return market.get(at).isVisible() ? market.get(at).getValue() : null;
    }
}
