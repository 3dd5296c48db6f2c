package org.sluice.ui.privacy;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.privacy.MatchTestState;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.MatchTestDesk.MatchTest;

/**
 * The match tests of a case: the bank's side and the supplier's beside each other, kept up while they compute. Nothing is
 * shown where there is no test.
 */
final class MatchTestPanel extends Composite<Section> {

    private final transient MatchTestDesk desk;
    private final CaseId id;
    private transient Runnable stop = () -> {};

    MatchTestPanel(MatchTestDesk desk, CaseId caseId) {
        this.desk = desk;
        this.id = caseId;
        getContent().addClassNames("panel", "match-tests");
        getContent().getElement().setAttribute("aria-label", Words.of("privacy.title"));
        show(desk.matchTests(caseId));
    }

    /** What happened between being made and being shown is caught up with. */
    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        stop = desk.watch(
                id, tests -> ui.accessLater(() -> show(tests), () -> {}).run());
        show(desk.matchTests(id));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stop.run();
    }

    private void show(List<MatchTest> tests) {
        var content = getContent();
        content.removeAll();
        content.setVisible(!tests.isEmpty());
        content.add(new H2(Words.of("privacy.title")), quiet(Words.of("privacy.whoLearns")));
        tests.forEach(test -> content.add(card(test)));
    }

    private static Component card(MatchTest test) {
        var state = new StatusBadge(
                Words.of(test.state()), Tone.ofState(test.state().name()));
        if (test.state() == MatchTestState.DONE) {
            state = new StatusBadge(Words.of(test.state()), Tone.GOOD);
        }
        var heading =
                new H3(new Span(Words.of("privacy.orderedAt", Format.forReader().moment(test.orderedAt())) + " "));
        heading.add(state);
        var sides = new Div(
                SideCard.of(Words.of(test.bank().party()), test.bank()),
                SideCard.of(
                        Words.of("privacy.supplier", Words.of(test.supplier().party())), test.supplier()));
        sides.addClassName("columns");
        var card = new Div(heading, conclusion(test), sides);
        card.add(JobReceipts.of(JobReceipts.Signed.of(test)));
        card.addClassName("match-test");
        return card;
    }

    /** What both sides' answers come to, in one sentence; and what to do where they come to nothing. */
    private static Component conclusion(MatchTest test) {
        var format = Format.forReader();
        if (test.agree()) {
            return new Paragraph(Words.of("privacy.agree"));
        }
        if (test.disagreement() != null) {
            var alert = new Paragraph(Words.of(test.disagreement()) + Words.of("privacy.disagreement.remedy"));
            alert.getElement().setAttribute("role", "alert");
            return alert;
        }
        return switch (test.state()) {
            case REFUSED -> new Paragraph(Words.of("privacy.refused.remedy"));
            case CANCELLED -> new Paragraph(Words.of("privacy.cancelled"));
            default -> quiet(Words.of("privacy.terms", format.number(test.leastSet()), format.moment(test.deadline())));
        };
    }

    static Paragraph quiet(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("quiet");
        return paragraph;
    }
}
