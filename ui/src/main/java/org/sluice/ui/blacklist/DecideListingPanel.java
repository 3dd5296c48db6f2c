package org.sluice.ui.blacklist;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.blacklist.DecideListing;
import org.sluice.ui.tasks.TaskPanel;

/** A yes or no of an approver or a member of the committee. */
final class DecideListingPanel extends TaskPanel<DecideListing> {

    private final RadioButtonGroup<Boolean> inFavour = yesNo("inFavour");
    private final TextArea comment = comment("comment");

    DecideListingPanel(String key) {
        super(key);
        inFavour.setRequiredIndicatorVisible(true);
        reasonForNo(inFavour, comment);
    }

    @Override
    public DecideListing read() {
        return new DecideListing(inFavour.getValue(), written(comment));
    }
}
