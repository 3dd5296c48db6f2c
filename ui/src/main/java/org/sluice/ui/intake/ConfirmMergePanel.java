package org.sluice.ui.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.intake.ConfirmMerge;
import org.sluice.process.intake.RequirementIntakeProcess.Task;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.tasks.TaskDesk.Choice;

/** An open requirement wants the same: this one may join it. */
final class ConfirmMergePanel extends ProposalPanel<ConfirmMerge> {

    ConfirmMergePanel(List<Choice> choices) {
        super(Task.CONFIRM_MERGE, "requirementNo", choices, ConfirmMergePanel::address);
    }

    private static @Nullable String address(Choice requirement) {
        return requirement.caseId() == null ? null : Routes.caseOf(requirement.caseId());
    }

    @Override
    public ConfirmMerge read() {
        return new ConfirmMerge(accepted(), candidate(), comment());
    }
}
