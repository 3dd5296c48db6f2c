package org.sluice.ui.admission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Stream;
import org.sluice.process.admission.FindingAnswer;
import org.sluice.ui.admission.AdmissionDesk.Clause;
import org.sluice.ui.admission.AdmissionDesk.Finding;
import org.sluice.ui.admission.AdmissionDesk.Review;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;

/** A finding as it stands: what was found, on what evidence, by which clause, what to do, and who has said what. */
final class FindingCard extends Composite<Div> {

    private static final String MISSING = "X-MISS-";

    FindingCard(Finding finding) {
        var text = new Span(Words.of(finding.text()));
        text.addClassName("fired-row-text");
        // what is missing goes by no rule of its own, its text names the fact
        var rule = new Span(finding.rule().startsWith(MISSING) ? "" : finding.rule());
        rule.addClassName("quiet");
        getContent().add(new Div(text, rule), marks(finding), facts(finding));
        if (finding.housePolicy()) {
            getContent().add(line(new Span(Words.of("common.housePolicy"))));
        }
        finding.clauses().stream().map(FindingCard::clause).forEach(getContent()::add);
        finding.reviews().stream().map(FindingCard::review).forEach(getContent()::add);
    }

    private static Component marks(Finding finding) {
        var marks = new Div(new StatusBadge(Words.of("Severity." + finding.severity()), tone(finding.severity())));
        marks.add(new Span(" "), new StatusBadge(Words.of("Layer." + finding.layer()), Tone.QUIET));
        if (finding.severity().equals("REJECT")) {
            marks.add(
                    new Span(" "),
                    new StatusBadge(
                            Words.of(finding.waivable() ? "admission.waivable" : "admission.notWaivable"), Tone.QUIET));
        }
        return marks;
    }

    private static Tone tone(String severity) {
        return switch (severity) {
            case "REJECT" -> Tone.BAD;
            case "MANUAL" -> Tone.WARNING;
            default -> Tone.QUIET;
        };
    }

    private static FactList facts(Finding finding) {
        var facts = new FactList();
        facts.addClassName("decision-values");
        finding.evidence()
                .forEach(evidence -> facts.labelled(
                        Words.of(evidence.label()),
                        new Span(FactText.of(evidence.kind(), evidence.type(), evidence.measure(), evidence.value()))));
        return facts.fact("admission.remedy", Words.of(finding.remedy()));
    }

    private static Component clause(Clause clause) {
        var ref = new Span(clause.ref());
        ref.addClassName("clause-ref");
        var line = line(ref, new Span(Words.of(clause.summary())));
        if (!clause.verified()) {
            line.add(new StatusBadge(Words.of("admission.unverified"), Tone.WARNING));
        }
        return line;
    }

    private static Component review(Review review) {
        var answer = review.answer();
        var group = new Span(Words.of(review.group()));
        if (answer == null) {
            return line(group, new StatusBadge(Words.of("admission.waitsForAnswer"), Tone.RUNNING));
        }
        var line = line(group, new StatusBadge(Words.of(answer), tone(answer)));
        if (review.person() != null && review.at() != null) {
            line.add(
                    quiet(Words.of(review.person()) + " · " + Format.forReader().moment(review.at())));
        }
        if (review.condition() != null && review.dueOn() != null) {
            line.add(new Span(Words.of(
                    "admission.conditionBy",
                    review.condition(),
                    Format.forReader().date(review.dueOn()))));
        }
        Stream.ofNullable(review.comment()).map(Span::new).forEach(line::add);
        if (review.kept()) {
            line.add(quiet(Words.of("admission.kept")));
        }
        return line;
    }

    private static Tone tone(FindingAnswer answer) {
        return switch (answer) {
            case ACCEPT -> Tone.GOOD;
            case ACCEPT_WITH_CONDITION, SUPPLEMENT -> Tone.WARNING;
            case REFUSE -> Tone.BAD;
        };
    }

    private static Div line(Component... parts) {
        var line = new Div(parts);
        line.addClassName("clause");
        return line;
    }

    static Span quiet(String text) {
        var span = new Span(text);
        span.addClassName("quiet");
        return span;
    }
}
