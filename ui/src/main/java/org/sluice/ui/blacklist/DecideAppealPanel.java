package org.sluice.ui.blacklist;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.blacklist.BlacklistListingProcess.Task;
import org.sluice.process.blacklist.DecideAppeal;
import org.sluice.ui.tasks.TaskPanel;

/** Whether an appeal is upheld, and why. */
final class DecideAppealPanel extends TaskPanel<DecideAppeal> {

    private final RadioButtonGroup<Boolean> upheld = yesNo("upheld");
    private final TextArea reasons = comment("reasons");

    DecideAppealPanel() {
        super(Task.DECIDE_APPEAL);
        upheld.setRequiredIndicatorVisible(true);
        reasons.setRequiredIndicatorVisible(true);
    }

    @Override
    public DecideAppeal read() {
        return new DecideAppeal(upheld.getValue(), written(reasons));
    }
}
