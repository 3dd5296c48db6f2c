package org.sluice.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.process.privacy.PartyState;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.MatchTestDesk.Figures;
import org.sluice.ui.privacy.MatchTestDesk.Progress;
import org.sluice.ui.privacy.MatchTestDesk.Side;

/** One party's part in a match test: where it stands, how far it is, what it has come to. */
final class SideCard extends Composite<Div> {

    private static final long MEGABYTE = 1_000_000;

    /** @param name of the party, with the part that it has where the name does not say it */
    SideCard(String name, Side side) {
        var heading = new H4(new Span(name + " "));
        heading.add(badge(side.state()));
        getContent().add(heading, MatchTestPanel.quiet(Words.of("privacy.dataSet", side.dataSet())));
        if (side.says() != null) {
            says(side);
        }
        if (side.figures() != null) {
            getContent().add(figures(side.figures()));
        } else if (side.progress() != null && side.progress().step() != MatchTestStep.WAITING && !isOver(side)) {
            progress(side.progress());
        }
    }

    private static boolean isOver(Side side) {
        return side.state() != PartyState.RUNNING && side.state() != PartyState.FETCHED;
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

    /** The worker's own words, and what a person can do about them. */
    private void says(Side side) {
        var text = side.says() == null ? "" : Words.of(side.says());
        var line = new Paragraph(side.state() == PartyState.FAILED ? text + Words.of("privacy.failed.remedy") : text);
        if (side.state() == PartyState.FAILED || side.state() == PartyState.REFUSED) {
            line.getElement().setAttribute("role", "alert");
        }
        getContent().add(line);
    }

    private void progress(Progress progress) {
        var format = Format.forReader();
        var text = Words.of(
                "privacy.progress",
                Words.of(progress.step()),
                format.number(progress.done()),
                format.number(progress.total()),
                megabytes(progress.bytes()));
        getContent().add(new ProgressLine(progress.done(), progress.total(), text), new Paragraph(text));
    }

    private static Component figures(Figures figures) {
        var format = Format.forReader();
        return new FactList()
                .fact("privacy.ownSize", format.number(figures.ownSize()))
                .fact("privacy.peerSize", format.number(figures.peerSize()))
                .fact("privacy.matched", format.number(figures.matched()))
                .fact("privacy.matchRate", format.percent(BigDecimal.valueOf(figures.matchRate())))
                .fact("privacy.bytes", megabytes(figures.bytes()))
                .fact("privacy.seconds", format.decimal(rounded(figures.seconds())))
                .fact("privacy.runs", format.number(figures.runs()))
                .fact("privacy.transcriptHash", hash(figures.transcriptHash()));
    }

    /** Enough of it to compare the two sides by eye; all of it to copy. */
    private static Component hash(String whole) {
        var hash = new Span(whole.length() > 16 ? whole.substring(0, 16) + "…" : whole);
        hash.setTitle(whole);
        return hash;
    }

    private static String megabytes(long bytes) {
        var megabytes = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(MEGABYTE), 1, RoundingMode.HALF_UP);
        return Words.of("privacy.megabytes", Format.forReader().decimal(megabytes));
    }

    private static BigDecimal rounded(double seconds) {
        return BigDecimal.valueOf(seconds).setScale(1, RoundingMode.HALF_UP);
    }
}
