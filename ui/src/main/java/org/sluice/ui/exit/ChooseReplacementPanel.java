package org.sluice.ui.exit;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.exit.ChooseReplacement;
import org.sluice.process.exit.DataExitProcess.Task;
import org.sluice.process.exit.ReplacementChoice;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.tasks.TaskDesk.Material;
import org.sluice.ui.tasks.TaskPanel;

/** Comparable products with what each of them lacks; or nothing replaces the product. */
final class ChooseReplacementPanel extends TaskPanel<ChooseReplacement> {

    private final RadioButtonGroup<ReplacementChoice> choice;
    private final RadioButtonGroup<String> product;
    private final TextArea reasons;

    ChooseReplacementPanel(Material given) {
        super(Task.CHOOSE_REPLACEMENT);
        choice = options("choice", ReplacementChoice.class);
        product = choices("product", given.choices(), offered -> Routes.product(offered.value()));
        reasons = comment("reasons");
        choice.setRequiredIndicatorVisible(true);
        product.setRequiredIndicatorVisible(true);
        reasons.setRequiredIndicatorVisible(true);
        product.setVisible(false);
        choice.addValueChangeListener(change -> product.setVisible(change.getValue() == ReplacementChoice.REPLACE));
    }

    @Override
    public ChooseReplacement read() {
        return new ChooseReplacement(
                choice.getValue(), product.isVisible() ? product.getValue() : null, written(reasons));
    }
}
