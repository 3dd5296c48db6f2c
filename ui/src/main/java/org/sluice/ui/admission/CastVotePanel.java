package org.sluice.ui.admission;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.admission.CastVote;
import org.sluice.ui.tasks.TaskPanel;

/** One vote of the committee; the findings and what was said to them stand in the case beside it. */
final class CastVotePanel extends TaskPanel<CastVote> {

    private final RadioButtonGroup<Boolean> inFavour = yesNo("inFavour");
    private final TextArea comment = comment("comment");

    CastVotePanel(String key) {
        super(key);
        inFavour.setRequiredIndicatorVisible(true);
        reasonForNo(inFavour, comment);
    }

    @Override
    public CastVote read() {
        return new CastVote(inFavour.getValue(), written(comment));
    }
}
