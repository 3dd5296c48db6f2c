package org.sluice.ui.procurement;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.procurement.OverrunChoice;
import org.sluice.process.procurement.ProcurementProcess.Task;
import org.sluice.process.procurement.SettleOverrun;
import org.sluice.ui.tasks.TaskDesk.Material;
import org.sluice.ui.tasks.TaskPanel;

/** Finance's way out of an offer beyond the reserved budget. */
final class SettleOverrunPanel extends TaskPanel<SettleOverrun> {

    private final RadioButtonGroup<OverrunChoice> choice;
    private final TextArea comment;

    SettleOverrunPanel(Material given) {
        super(Task.SETTLE_OVERRUN);
        figures(given.figures());
        choice = options("choice", OverrunChoice.class);
        comment = comment("comment");
        choice.setRequiredIndicatorVisible(true);
        choice.addValueChangeListener(change -> comment.setRequiredIndicatorVisible(
                change.getValue() != null && change.getValue() != OverrunChoice.RAISE));
    }

    @Override
    public SettleOverrun read() {
        return new SettleOverrun(choice.getValue(), written(comment));
    }
}
