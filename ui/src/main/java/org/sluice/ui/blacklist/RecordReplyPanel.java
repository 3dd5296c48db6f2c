package org.sluice.ui.blacklist;

import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.blacklist.RecordReply;
import org.sluice.process.blacklist.SupplierBlacklistProcess.Task;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskPanel;

/** What the supplier has answered. */
final class RecordReplyPanel extends TaskPanel<RecordReply> {

    private final TextArea reply = comment("reply");
    private final DayField receivedOn = day("receivedOn");

    RecordReplyPanel() {
        super(Task.RECORD_REPLY);
        reply.setRequiredIndicatorVisible(true);
        receivedOn.setRequiredIndicatorVisible(true);
    }

    @Override
    public RecordReply read() {
        return new RecordReply(written(reply), receivedOn.getValue());
    }
}
