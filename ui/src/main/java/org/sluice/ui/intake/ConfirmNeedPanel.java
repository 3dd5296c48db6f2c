package org.sluice.ui.intake;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.intake.ConfirmNeed;
import org.sluice.process.intake.RequirementIntakeProcess.Task;
import org.sluice.ui.tasks.TaskPanel;

/** The owner confirms the need or declines it; only a confirmed need is asked whether it could be built in house. */
final class ConfirmNeedPanel extends TaskPanel<ConfirmNeed> {

    private final RadioButtonGroup<Boolean> confirmed = yesNo("confirmed");
    private final RadioButtonGroup<Boolean> inHouse = yesNo("inHouseFeasible");
    private final TextArea comment = comment("comment");

    ConfirmNeedPanel() {
        super(Task.CONFIRM_NEED);
        confirmed.setRequiredIndicatorVisible(true);
        inHouse.setRequiredIndicatorVisible(true);
        inHouse.setVisible(false);
        reasonForNo(confirmed, comment);
        confirmed.addValueChangeListener(change -> inHouse.setVisible(Boolean.TRUE.equals(change.getValue())));
    }

    @Override
    public ConfirmNeed read() {
        return new ConfirmNeed(confirmed.getValue(), inHouse.isVisible() ? inHouse.getValue() : null, written(comment));
    }
}
