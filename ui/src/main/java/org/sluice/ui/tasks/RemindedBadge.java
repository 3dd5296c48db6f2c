package org.sluice.ui.tasks;

import com.vaadin.flow.component.Composite;
import java.time.Instant;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;

/** Says that the house has asked again for this task, and when. */
final class RemindedBadge extends Composite<StatusBadge> {

    private final Instant at;

    RemindedBadge(Instant at) {
        this.at = at;
    }

    @Override
    protected StatusBadge initContent() {
        var badge = new StatusBadge(Words.of("tasks.reminded"), Tone.WARNING);
        badge.setTitle(Words.of("tasks.remindedAt", Format.forReader().moment(at)));
        return badge;
    }
}
