package org.sluice.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Style;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.HiddenQueryDesk.Answer;
import org.sluice.ui.privacy.HiddenQueryDesk.Answers;

/** The answers to the last question, until they are cleared. They stand in this part of the page and nowhere else. */
final class HiddenAnswers extends Composite<Section> {

    private final H2 heading = new H2(Words.of("privacy.query.answers"));
    private final Div body = new Div();
    private final Div ways;

    /** @param clear what the button does; it leads to {@link #clear} */
    HiddenAnswers(Runnable clear) {
        ways = new Div(new Button(Words.of("privacy.query.clear"), click -> clear.run()));
        ways.addClassName("form-ways");
        body.addClassName("stack");
        heading.getElement().setAttribute("tabindex", "-1");
        heading.getStyle().setOutline("none");
        getContent().addClassName("panel");
        getContent().add(heading, body, ways);
        clear();
    }

    /** Who reads by keyboard or by ear is led there. */
    void show(Answers answers) {
        body.removeAll();
        body.add(facts(answers), list(answers));
        ways.setVisible(true);
        heading.getElement().executeJs("this.focus()");
    }

    void clear() {
        body.removeAll();
        body.add(MatchTestPanel.quiet(Words.of("privacy.query.answers.none")));
        ways.setVisible(false);
    }

    private static Component facts(Answers answers) {
        var format = Format.forReader();
        var found = answers.answers().stream().filter(Answer::found).count();
        var asked = answers.answers().size();
        return new FactList()
                .fact(
                        "privacy.query.found",
                        Words.of("privacy.query.found.many", format.number(found), format.number(asked)))
                .fact("privacy.query.evaluations", format.number(answers.evaluations()))
                .fact("privacy.query.retrievals", format.number(answers.retrievals()))
                .fact(
                        "privacy.query.took",
                        Words.of("privacy.query.milliseconds", format.number(answers.milliseconds())))
                .fact("privacy.query.version", format.number(answers.version()))
                .fact("privacy.query.digest", new DigestLine(answers.digest()));
    }

    private static Component list(Answers answers) {
        return DataGrid.of("privacy.query.answers.none", answers.answers())
                .text("privacy.query.identifier", Answer::identifier)
                .column("privacy.query.found", answer -> found(answer.found()))
                .column("privacy.query.entry", HiddenAnswers::whole)
                .grow();
    }

    private static StatusBadge found(boolean found) {
        return found
                ? new StatusBadge(Words.of("privacy.query.found.yes"), Tone.GOOD)
                : new StatusBadge(Words.of("privacy.query.found.no"), Tone.QUIET);
    }

    /** What was paid for is not cut. */
    private static Span whole(Answer answer) {
        var entry = new Span(answer.value() == null ? Words.of("parts.none") : answer.value());
        entry.getStyle().setWhiteSpace(Style.WhiteSpace.PRE_WRAP).set("overflow-wrap", "anywhere");
        return entry;
    }
}
