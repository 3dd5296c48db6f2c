package org.sluice.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.PrivacyJobDesk.Side;
import org.sluice.ui.privacy.PrivacyJobDesk.Step;

/** One step of a job: the bank's part and the partner's beside each other. */
final class StepCard {

    /**
     * A step as it was seen.
     *
     * @param bankEnds when what the bank's worker does now will be over; null where that would be a guess
     * @param partnerEnds the same of the partner's
     */
    record Seen(
            Step step, @Nullable Instant bankEnds, @Nullable Instant partnerEnds) {}

    private StepCard() {}

    static List<Component> of(Seen seen) {
        var step = seen.step();
        var format = Format.forReader();
        var sides = new Div(side(step.bank(), seen.bankEnds()), side(step.partner(), seen.partnerEnds()));
        sides.addClassName("columns");
        var when = step.endedAt() == null
                ? Words.of("privacy.job.step.open", format.moment(step.orderedAt()), format.moment(step.deadline()))
                : Words.of("privacy.job.step.over", format.moment(step.orderedAt()), format.moment(step.endedAt()));
        return List.of(new H3(Words.of(step.what())), MatchTestPanel.quiet(when), sides);
    }

    private static SideCard side(Side side, @Nullable Instant ends) {
        var card = new SideCard(Words.of(side.party()), side.state()).says(side.says());
        var progress = side.progress();
        var ranges = side.ranges();
        if (ranges != null) {
            var format = Format.forReader();
            card.with(MatchTestPanel.quiet(
                    Words.of("privacy.job.ranges", format.number(ranges.done()), format.number(ranges.all()))));
        }
        if (side.report() != null) {
            card.with(SideFigures.of(side.report()));
        }
        card.progress(progress);
        if (progress != null && ends != null && card.moves(progress)) {
            card.with(MatchTestPanel.quiet(Words.of(
                    "privacy.job.ends",
                    Words.of(progress.step()),
                    Format.forReader().moment(ends))));
        }
        return card;
    }
}
