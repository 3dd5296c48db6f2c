package org.sluice.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.process.privacy.PartyState;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.MatchTestDesk.Progress;

/** One party's part in a match test or in a step of a privacy job: where it stands, how far it is. */
final class SideCard extends Composite<Div> {

    private final PartyState state;

    /** @param name of the party, with the part that it has where the name does not say it */
    SideCard(String name, PartyState state) {
        this.state = state;
        var heading = new H4(new Span(name + " "));
        heading.add(badge(state));
        getContent().add(heading);
    }

    /** A party's part in a match test, whole. */
    static SideCard of(String name, MatchTestDesk.Side side) {
        var card = new SideCard(name, side.state())
                .with(MatchTestPanel.quiet(Words.of("privacy.dataSet", side.dataSet())))
                .says(side.says());
        return side.figures() == null ? card.progress(side.progress()) : card.with(SideFigures.of(side.figures()));
    }

    /** The worker's own words, and what a person can do about them. */
    SideCard says(@Nullable LocalText words) {
        if (words != null) {
            var text = Words.of(words);
            var line = new Paragraph(state == PartyState.FAILED ? text + Words.of("privacy.failed.remedy") : text);
            if (state == PartyState.FAILED || state == PartyState.REFUSED) {
                line.getElement().setAttribute("role", "alert");
            }
            getContent().add(line);
        }
        return this;
    }

    /** How far its worker is; nothing while it waits, or when it is over. */
    SideCard progress(@Nullable Progress progress) {
        if (progress != null && moves(progress)) {
            var format = Format.forReader();
            var text = Words.of(
                    "privacy.progress",
                    Words.of(progress.step()),
                    format.number(progress.done()),
                    format.number(progress.total()),
                    SideFigures.megabytes(progress.bytes()));
            getContent().add(new ProgressLine(progress.done(), progress.total(), text), new Paragraph(text));
        }
        return this;
    }

    /** Something below what is there already. */
    SideCard with(Component part) {
        getContent().add(part);
        return this;
    }

    /** Whether this says that something is being computed now. */
    boolean moves(Progress progress) {
        return progress.step() != MatchTestStep.WAITING && (state == PartyState.RUNNING || state == PartyState.FETCHED);
    }

    private static StatusBadge badge(PartyState state) {
        var tone =
                switch (state) {
                    case DONE -> Tone.GOOD;
                    case FETCHED -> Tone.RUNNING;
                    default -> Tone.ofState(state.name());
                };
        return new StatusBadge(Words.of(state), tone);
    }
}
