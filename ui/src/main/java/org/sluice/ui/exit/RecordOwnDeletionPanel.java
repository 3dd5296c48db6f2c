package org.sluice.ui.exit;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.sluice.process.exit.DataExitProcess.Task;
import org.sluice.process.exit.RecordOwnDeletion;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskPanel;

/** What the bank has deleted, and what the law makes it keep. */
final class RecordOwnDeletionPanel extends TaskPanel<RecordOwnDeletion> {

    private final TextField certificateNo = line("certificateNo");
    private final DayField deletedOn = day("deletedOn");
    private final TextArea scope = comment("scope");
    private final TextArea kept = comment("kept");

    RecordOwnDeletionPanel() {
        super(Task.RECORD_OWN_DELETION);
        certificateNo.setRequiredIndicatorVisible(true);
        deletedOn.setRequiredIndicatorVisible(true);
        scope.setRequiredIndicatorVisible(true);
    }

    @Override
    public RecordOwnDeletion read() {
        return new RecordOwnDeletion(written(certificateNo), deletedOn.getValue(), written(scope), written(kept));
    }
}
