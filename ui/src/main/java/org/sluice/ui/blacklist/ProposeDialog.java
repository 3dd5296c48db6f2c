package org.sluice.ui.blacklist;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.sluice.process.blacklist.BlacklistReason;
import org.sluice.process.blacklist.BlacklistSeverity;
import org.sluice.process.blacklist.ProposeBlacklisting;
import org.sluice.ui.parts.Words;

/** A supplier is proposed: why, how grave it is, and what shows it. */
final class ProposeDialog extends EntryDialog<ProposeBlacklisting> {

    private final ComboBox<BlacklistReason> reason = new ComboBox<>(Words.of("blacklist.reason"));
    private final RadioButtonGroup<BlacklistSeverity> severity = new RadioButtonGroup<>(Words.of("blacklist.severity"));
    private final TextArea evidence;
    private final Consumer<ProposeBlacklisting> act;

    ProposeDialog(Consumer<ProposeBlacklisting> act) {
        super("blacklist.propose");
        this.act = act;
        reason.setItems(BlacklistReason.values());
        reason.setItemLabelGenerator(Words::of);
        reason.setWidthFull();
        severity.setItemLabelGenerator(Words::of);
        severity.setVisible(false);
        reason.addValueChangeListener(change -> offer(change.getValue()));
        add(fields().required("reason", reason), fields().required("severity", severity));
        evidence = text("evidence", "blacklist.evidence");
    }

    /** Where the reason knows one severity only, nobody is asked. */
    private void offer(@org.jspecify.annotations.Nullable BlacklistReason chosen) {
        if (chosen == null) {
            severity.setVisible(false);
            return;
        }
        severity.setItems(chosen.severities());
        severity.setVisible(chosen.severities().size() > 1);
        if (chosen.severities().size() == 1) {
            severity.setValue(chosen.severities().get(0));
        }
    }

    @Override
    ProposeBlacklisting read() {
        return new ProposeBlacklisting(reason.getValue(), severity.getValue(), evidence.getValue(), null);
    }

    @Override
    void act(ProposeBlacklisting body) {
        act.accept(body);
    }
}
