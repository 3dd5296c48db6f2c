package org.sluice.ui.evaluation;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.sluice.process.evaluation.EvaluationCycleProcess.Task;
import org.sluice.process.evaluation.FigureCorrection;
import org.sluice.process.evaluation.ReviewObjection;
import org.sluice.ui.parts.RowList;
import org.sluice.ui.tasks.TaskDesk.Material;
import org.sluice.ui.tasks.TaskPanel;

/** Whether the supplier is right, and if so what the figures ought to have been. */
final class ReviewObjectionPanel extends TaskPanel<ReviewObjection> {

    private final RadioButtonGroup<Boolean> upheld = yesNo("upheld");
    private final RowList<FigureCorrection> corrections;
    private final TextArea comment;

    ReviewObjectionPanel(Material given) {
        super(Task.REVIEW_OBJECTION);
        corrections = place(
                "corrections",
                new RowList<>(
                        "corrections",
                        "panel.reviewObjection.corrections",
                        () -> new CorrectionRow(given.choices()),
                        fields()));
        comment = comment("comment");
        upheld.setRequiredIndicatorVisible(true);
        comment.setRequiredIndicatorVisible(true);
        corrections.setRequiredIndicatorVisible(true);
        corrections.setVisible(false);
        upheld.addValueChangeListener(change -> corrections.setVisible(Boolean.TRUE.equals(change.getValue())));
    }

    @Override
    public ReviewObjection read() {
        return new ReviewObjection(
                upheld.getValue(), corrections.isVisible() ? corrections.getValue() : List.of(), written(comment));
    }
}
