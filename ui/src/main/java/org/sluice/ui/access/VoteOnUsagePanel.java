package org.sluice.ui.access;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.access.UsageAuthorizationProcess.Task;
import org.sluice.process.access.VoteOnUsage;
import org.sluice.ui.tasks.TaskPanel;

/** One vote of the committee on a use. */
final class VoteOnUsagePanel extends TaskPanel<VoteOnUsage> {

    private final RadioButtonGroup<Boolean> inFavour = yesNo("inFavour");
    private final TextArea comment = comment("comment");

    VoteOnUsagePanel() {
        super(Task.VOTE_ON_USAGE);
        inFavour.setRequiredIndicatorVisible(true);
        reasonForNo(inFavour, comment);
    }

    @Override
    public VoteOnUsage read() {
        return new VoteOnUsage(inFavour.getValue(), written(comment));
    }
}
