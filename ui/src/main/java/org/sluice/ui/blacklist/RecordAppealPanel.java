package org.sluice.ui.blacklist;

import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.blacklist.BlacklistListingProcess.Task;
import org.sluice.process.blacklist.RecordAppeal;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskPanel;

/** What the supplier holds against its entry. */
final class RecordAppealPanel extends TaskPanel<RecordAppeal> {

    private final TextArea grounds = comment("grounds");
    private final DayField receivedOn = day("receivedOn");

    RecordAppealPanel() {
        super(Task.RECORD_APPEAL);
        grounds.setRequiredIndicatorVisible(true);
        receivedOn.setRequiredIndicatorVisible(true);
    }

    @Override
    public RecordAppeal read() {
        return new RecordAppeal(written(grounds), receivedOn.getValue());
    }
}
