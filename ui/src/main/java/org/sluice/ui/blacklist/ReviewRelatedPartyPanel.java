package org.sluice.ui.blacklist;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.blacklist.ReviewRelatedParty;
import org.sluice.process.blacklist.SupplierBlacklistProcess.Task;
import org.sluice.ui.tasks.TaskPanel;

/** What a listing means for somebody who stands behind the listed supplier. */
final class ReviewRelatedPartyPanel extends TaskPanel<ReviewRelatedParty> {

    private final RadioButtonGroup<Boolean> restrict = yesNo("restrict");
    private final TextArea comment = comment("comment");

    ReviewRelatedPartyPanel() {
        super(Task.REVIEW_RELATED_PARTY);
        restrict.setRequiredIndicatorVisible(true);
        comment.setRequiredIndicatorVisible(true);
    }

    @Override
    public ReviewRelatedParty read() {
        return new ReviewRelatedParty(restrict.getValue(), written(comment));
    }
}
