package org.sluice.ui.blacklist;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.sluice.process.blacklist.SuspendSupplier;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.parts.Words;

/** A suspension is signed: until when, and why. */
final class SuspendDialog extends EntryDialog<SuspendSupplier> {

    private final DayField endsOn;
    private final TextArea reason;
    private final Consumer<SuspendSupplier> act;

    SuspendDialog(Consumer<SuspendSupplier> act) {
        super("blacklist.suspend");
        this.act = act;
        endsOn = fields().required("endsOn", new DayField(Words.of("blacklist.suspend.endsOn")));
        add(endsOn);
        reason = text("reason", "blacklist.why");
    }

    @Override
    SuspendSupplier read() {
        return new SuspendSupplier(endsOn.getValue(), reason.getValue());
    }

    @Override
    void act(SuspendSupplier body) {
        act.accept(body);
    }
}
