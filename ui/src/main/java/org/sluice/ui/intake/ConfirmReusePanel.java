package org.sluice.ui.intake;

import java.util.List;
import org.sluice.process.intake.ConfirmReuse;
import org.sluice.process.intake.RequirementIntakeProcess.Task;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.tasks.TaskDesk.Choice;

/** A listed product may serve: then nothing is bought. */
final class ConfirmReusePanel extends ProposalPanel<ConfirmReuse> {

    ConfirmReusePanel(List<Choice> choices) {
        super(Task.CONFIRM_REUSE, "productCode", choices, product -> Routes.product(product.value()));
    }

    @Override
    public ConfirmReuse read() {
        return new ConfirmReuse(accepted(), candidate(), comment());
    }
}
