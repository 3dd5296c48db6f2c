package org.sluice.ui.intake;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.intake.GiveOpinion;
import org.sluice.process.intake.Opinion;
import org.sluice.process.intake.RequirementIntakeProcess.Task;
import org.sluice.ui.tasks.TaskPanel;

/** A reviewer's opinion: it advises, and always says why. */
final class GiveOpinionPanel extends TaskPanel<GiveOpinion> {

    private final RadioButtonGroup<Opinion> opinion = options("opinion", Opinion.class);
    private final TextArea comment = comment("comment");

    GiveOpinionPanel() {
        super(Task.GIVE_OPINION);
        opinion.setRequiredIndicatorVisible(true);
        comment.setRequiredIndicatorVisible(true);
    }

    @Override
    public GiveOpinion read() {
        return new GiveOpinion(opinion.getValue(), written(comment));
    }
}
