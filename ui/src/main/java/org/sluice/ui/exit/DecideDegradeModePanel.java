package org.sluice.ui.exit;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.exit.DataExitProcess.Task;
import org.sluice.process.exit.DecideDegradeMode;
import org.sluice.process.exit.DegradeChoice;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskPanel;

/** The executive's decision on continuity. */
final class DecideDegradeModePanel extends TaskPanel<DecideDegradeMode> {

    private final RadioButtonGroup<DegradeChoice> choice = options("choice", DegradeChoice.class);
    private final DayField until = day("until");
    private final TextArea reasons = comment("reasons");

    DecideDegradeModePanel() {
        super(Task.DECIDE_DEGRADE_MODE);
        choice.setRequiredIndicatorVisible(true);
        until.setRequiredIndicatorVisible(true);
        reasons.setRequiredIndicatorVisible(true);
        until.setVisible(false);
        choice.addValueChangeListener(change -> until.setVisible(change.getValue() == DegradeChoice.BRIDGE));
    }

    @Override
    public DecideDegradeMode read() {
        return new DecideDegradeMode(choice.getValue(), until.isVisible() ? until.getValue() : null, written(reasons));
    }
}
