package org.sluice.ui.blacklist;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.blacklist.BlacklistListingProcess.Task;
import org.sluice.process.blacklist.ReviewListing;
import org.sluice.ui.tasks.TaskPanel;

/** Whether the supplier has done what was asked of it, ahead of the end. */
final class ReviewListingPanel extends TaskPanel<ReviewListing> {

    private final RadioButtonGroup<Boolean> conditionsMet = yesNo("conditionsMet");
    private final TextArea comment = comment("comment");

    ReviewListingPanel() {
        super(Task.REVIEW_LISTING);
        conditionsMet.setRequiredIndicatorVisible(true);
        comment.setRequiredIndicatorVisible(true);
    }

    @Override
    public ReviewListing read() {
        return new ReviewListing(conditionsMet.getValue(), written(comment));
    }
}
