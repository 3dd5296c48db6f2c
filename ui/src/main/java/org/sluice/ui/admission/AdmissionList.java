package org.sluice.ui.admission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.sluice.ui.admission.AdmissionDesk.Condition;
import org.sluice.ui.admission.AdmissionDesk.Turn;
import org.sluice.ui.admission.AdmissionDesk.Vote;
import org.sluice.ui.parts.EmptyState;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.TextLink;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;

/** Admissions one below the other: where each stands, until when it holds, what was found and who decided. */
@CssImport("./cases.css")
final class AdmissionList extends Composite<Div> {

    /** @param withCase whether each names its case, where the page is not the case's own */
    AdmissionList(List<Turn> admissions, boolean withCase) {
        getContent().addClassName("decisions");
        if (admissions.isEmpty()) {
            getContent().add(new EmptyState(Words.of("admission.none")));
        }
        admissions.forEach(admission -> getContent().add(card(admission, withCase)));
    }

    private static Component card(Turn admission, boolean withCase) {
        var subject = Words.of(admission.product() ? "admission.ofProduct" : "admission.ofSupplier");
        var address = admission.product()
                ? Routes.product(admission.subjectCode())
                : Routes.supplier(admission.subjectCode());
        var heading = new H3(new Span(subject + " "), new TextLink(address, Words.of(admission.subject())));
        heading.add(new Span(" "), badge(admission.state()));
        var card = new Div(heading, facts(admission, withCase));
        card.addClassName("decision");
        findings(admission, card);
        if (!admission.tests().isEmpty()) {
            card.add(
                    heading("admission.tests"),
                    list(admission.tests().stream()
                            .map(TestCard::new)
                            .map(Component.class::cast)
                            .toList()));
        }
        if (!admission.conditions().isEmpty()) {
            card.add(
                    heading("admission.conditions"),
                    list(admission.conditions().stream()
                            .map(AdmissionList::condition)
                            .toList()));
        }
        if (!admission.votes().isEmpty()) {
            card.add(
                    heading("admission.votes"),
                    list(admission.votes().stream().map(AdmissionList::vote).toList()));
        }
        return card;
    }

    private static StatusBadge badge(String state) {
        var tone =
                switch (state) {
                    case "ADMITTED" -> Tone.GOOD;
                    case "REFUSED" -> Tone.BAD;
                    case "OPEN" -> Tone.RUNNING;
                    default -> Tone.QUIET;
                };
        return new StatusBadge(Words.of("admission.state." + state), tone);
    }

    private static FactList facts(Turn admission, boolean withCase) {
        var format = Format.forReader();
        var facts = new FactList();
        facts.addClassName("decision-values");
        if (withCase) {
            facts.fact("admission.case", new Anchor(Routes.caseOf(admission.caseId()), admission.caseNumber()));
        }
        facts.fact("admission.openedAt", format.moment(admission.openedAt()));
        if (admission.outcome() != null) {
            facts.fact("admission.outcome", Words.of("admissionOutcome." + admission.outcome()));
        }
        if (admission.validUntil() != null) {
            facts.fact("admission.validUntil", format.date(admission.validUntil()));
        }
        if (admission.endedAt() != null) {
            facts.fact("admission.endedAt", format.moment(admission.endedAt()));
        }
        if (admission.reason() != null) {
            facts.fact("admission.reason", Words.of("admissionOutcome." + admission.reason()));
        }
        if (admission.round() > 0) {
            facts.fact("admission.round", format.number(admission.round()));
        }
        return facts;
    }

    /** Before the rules were asked there is nothing to say about findings, not even that there is none. */
    private static void findings(Turn admission, Div card) {
        if (admission.screenedAt() == null) {
            return;
        }
        if (admission.findings().isEmpty()) {
            card.add(new Paragraph(Words.of("admission.noFindings")));
            return;
        }
        card.add(
                new Paragraph(
                        Words.of("admission.findings", admission.findings().size())),
                list(admission.findings().stream()
                        .map(FindingCard::new)
                        .map(Component.class::cast)
                        .toList()));
    }

    private static Component condition(Condition condition) {
        var format = Format.forReader();
        var met = condition.metAt() == null
                ? new StatusBadge(Words.of("admission.conditionOpen"), Tone.WARNING)
                : new StatusBadge(Words.of("admission.conditionMet", format.moment(condition.metAt())), Tone.GOOD);
        return new Div(
                new Span(Words.of("admission.conditionBy", Words.of(condition.text()), format.date(condition.dueOn()))
                        + " "),
                met);
    }

    private static Component vote(Vote vote) {
        var badge = vote.inFavour()
                ? new StatusBadge(Words.of("admission.inFavour"), Tone.GOOD)
                : new StatusBadge(Words.of("admission.against"), Tone.BAD);
        var line = new Div(
                new Span(Words.of(vote.person()) + " "),
                badge,
                FindingCard.quiet(" " + Format.forReader().moment(vote.at())));
        if (vote.comment() != null) {
            line.add(new Div(vote.comment()));
        }
        return line;
    }

    private static Paragraph heading(String key) {
        var heading = new Paragraph(Words.of(key));
        heading.addClassName("quiet");
        return heading;
    }

    private static UnorderedList list(List<Component> items) {
        var list = new UnorderedList();
        list.addClassName("fired-rows");
        items.forEach(item -> list.add(new ListItem(item)));
        return list;
    }
}
