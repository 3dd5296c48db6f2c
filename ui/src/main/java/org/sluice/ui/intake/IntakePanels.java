package org.sluice.ui.intake;

import java.util.List;
import org.sluice.process.intake.ApproveRequirement;
import org.sluice.process.intake.ConfirmMerge;
import org.sluice.process.intake.ConfirmNeed;
import org.sluice.process.intake.ConfirmReuse;
import org.sluice.process.intake.GiveOpinion;
import org.sluice.process.intake.RequirementIntakeProcess.Task;
import org.sluice.process.intake.SettleShortfall;
import org.sluice.process.intake.WriteFeasibilityNote;
import org.sluice.ui.tasks.PanelSource;
import org.sluice.ui.tasks.PanelType;
import org.springframework.stereotype.Component;

/** The panels of the intake's user tasks. */
@Component
public class IntakePanels implements PanelSource {

    @Override
    public List<PanelType<?>> panels() {
        return List.of(
                new PanelType<>(Task.CONFIRM_NEED, ConfirmNeed.class, given -> new ConfirmNeedPanel()),
                new PanelType<>(
                        Task.CONFIRM_REUSE, ConfirmReuse.class, given -> new ConfirmReusePanel(given.choices())),
                new PanelType<>(
                        Task.CONFIRM_MERGE, ConfirmMerge.class, given -> new ConfirmMergePanel(given.choices())),
                new PanelType<>(Task.GIVE_OPINION, GiveOpinion.class, given -> new GiveOpinionPanel()),
                new PanelType<>(
                        Task.WRITE_FEASIBILITY_NOTE,
                        WriteFeasibilityNote.class,
                        given -> new WriteFeasibilityNotePanel()),
                new PanelType<>(Task.SETTLE_SHORTFALL, SettleShortfall.class, SettleShortfallPanel::new),
                new PanelType<>(
                        Task.APPROVE_REQUIREMENT, ApproveRequirement.class, given -> new ApproveRequirementPanel()));
    }
}
