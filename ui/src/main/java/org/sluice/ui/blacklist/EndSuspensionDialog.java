package org.sluice.ui.blacklist;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.sluice.process.blacklist.EndSuspension;

/** A suspension is ended before its day: why. */
final class EndSuspensionDialog extends EntryDialog<EndSuspension> {

    private final TextArea reason;
    private final Consumer<EndSuspension> act;

    EndSuspensionDialog(Consumer<EndSuspension> act) {
        super("blacklist.endSuspension");
        this.act = act;
        reason = text("reason", "blacklist.why");
    }

    @Override
    EndSuspension read() {
        return new EndSuspension(reason.getValue());
    }

    @Override
    void act(EndSuspension body) {
        act.accept(body);
    }
}
