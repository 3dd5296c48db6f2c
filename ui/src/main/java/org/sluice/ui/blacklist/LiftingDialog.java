package org.sluice.ui.blacklist;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.sluice.process.blacklist.ProposeLifting;

/** An early lifting is proposed: what has changed. */
final class LiftingDialog extends EntryDialog<ProposeLifting> {

    private final TextArea grounds;
    private final Consumer<ProposeLifting> act;

    LiftingDialog(Consumer<ProposeLifting> act) {
        super("blacklist.lifting");
        this.act = act;
        grounds = text("grounds", "blacklist.grounds");
    }

    @Override
    ProposeLifting read() {
        return new ProposeLifting(grounds.getValue());
    }

    @Override
    void act(ProposeLifting body) {
        act.accept(body);
    }
}
