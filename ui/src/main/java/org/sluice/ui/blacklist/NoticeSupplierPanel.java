package org.sluice.ui.blacklist;

import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.blacklist.NoticeSupplier;
import org.sluice.process.blacklist.SupplierBlacklistProcess.Task;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskPanel;

/** What the supplier is told, and since when it has time to answer. */
final class NoticeSupplierPanel extends TaskPanel<NoticeSupplier> {

    private final TextArea notice = comment("notice");
    private final DayField sentOn = day("sentOn");

    NoticeSupplierPanel() {
        super(Task.NOTICE_SUPPLIER);
        notice.setRequiredIndicatorVisible(true);
        sentOn.setRequiredIndicatorVisible(true);
    }

    @Override
    public NoticeSupplier read() {
        return new NoticeSupplier(written(notice), sentOn.getValue());
    }
}
