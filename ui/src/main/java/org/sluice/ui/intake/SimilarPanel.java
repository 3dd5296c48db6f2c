package org.sluice.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.sluice.ui.intake.IntakeDesk.Match;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;

/** "We already have this": what the bank has or is asking for that resembles the form, best first. */
final class SimilarPanel extends Composite<Aside> {

    private final Div list = new Div();
    private final Consumer<String> looksAt;

    /** @param looksAt takes the code of a product that the person has looked at and found wanting */
    SimilarPanel(Consumer<String> looksAt) {
        this.looksAt = looksAt;
        list.getElement().setAttribute("aria-live", "polite");
        getContent().addClassNames("panel", "similar");
        getContent().add(new H2(Words.of("similar.title")), list);
        hint();
    }

    /** Before there is anything to compare. */
    void hint() {
        say("similar.hint");
    }

    void show(List<Match> matches) {
        if (matches.isEmpty()) {
            say("similar.none");
            return;
        }
        list.removeAll();
        list.add(new Paragraph(Words.of("similar.found", matches.size())));
        matches.stream().map(this::card).forEach(list::add);
    }

    private void say(String key) {
        list.removeAll();
        list.add(new Paragraph(Words.of(key)));
    }

    private Component card(Match match) {
        var kind = new Span(Words.of(match.product() ? "similar.product" : "similar.requirement") + " " + match.code());
        kind.addClassName("quiet");
        var top = new Div(kind, StatusBadge.ofState(match.state()));
        top.addClassName("match-top");
        var score = new Span(percent(match.score()));
        score.addClassName("match-score");
        score.setTitle(Words.of("similar.score"));
        var name = new Div(score, link(match));
        name.addClassName("match-name");
        var parts = new FactList()
                .fact("similar.class", percent(match.classScore()))
                .fact("similar.subject", percent(match.subjectScore()))
                .fact("similar.fields", percent(match.fieldScore()))
                .fact("similar.region", percent(match.regionScore()));
        var card = new Div(top, name, parts);
        card.addClassName("match");
        if (match.product()) {
            card.add(reuse(match), noted(match.code()));
        }
        return card;
    }

    private static Component link(Match match) {
        var text = Words.of(match.name());
        if (match.product()) {
            return elsewhere(Routes.product(match.code()), text);
        }
        return match.caseId() == null ? new Span(text) : elsewhere(Routes.caseOf(match.caseId()), text);
    }

    /** A second tab, so that looking at it costs nothing of what was typed. */
    private static Anchor elsewhere(String target, String text) {
        var anchor = new Anchor(target, text);
        anchor.setTarget("_blank");
        return anchor;
    }

    private static Component reuse(Match match) {
        return new StatusBadge(
                Words.of(match.reuseAllowed() ? "similar.reuseAllowed" : "similar.reuseForbidden"),
                match.reuseAllowed() ? Tone.GOOD : Tone.QUIET);
    }

    private Button noted(String code) {
        var button = new Button(Words.of("similar.looksAt"), click -> looksAt.accept(code));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private static String percent(double share) {
        return Format.forReader().percent(BigDecimal.valueOf(share));
    }
}
