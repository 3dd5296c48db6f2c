package org.sluice.ui.intake;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.intake.RequirementIntakeProcess.Task;
import org.sluice.process.intake.SettleShortfall;
import org.sluice.process.intake.ShortfallChoice;
import org.sluice.ui.tasks.TaskDesk.Material;
import org.sluice.ui.tasks.TaskPanel;

/** Finance's way out of a line that cannot bear the requirement. */
final class SettleShortfallPanel extends TaskPanel<SettleShortfall> {

    private final RadioButtonGroup<ShortfallChoice> choice = options("choice", ShortfallChoice.class);
    private final RadioButtonGroup<String> budgetLine;
    private final TextArea comment;

    SettleShortfallPanel(Material given) {
        super(Task.SETTLE_SHORTFALL);
        figures(given.figures());
        budgetLine = choices("budgetLine", given.choices(), line -> null);
        comment = comment("comment");
        choice.setRequiredIndicatorVisible(true);
        budgetLine.setRequiredIndicatorVisible(true);
        budgetLine.setVisible(false);
        choice.addValueChangeListener(change -> {
            budgetLine.setVisible(change.getValue() == ShortfallChoice.RESERVE_ELSEWHERE);
            comment.setRequiredIndicatorVisible(change.getValue() == ShortfallChoice.REFUSE);
        });
    }

    @Override
    public SettleShortfall read() {
        return new SettleShortfall(
                choice.getValue(), budgetLine.isVisible() ? budgetLine.getValue() : null, written(comment));
    }
}
