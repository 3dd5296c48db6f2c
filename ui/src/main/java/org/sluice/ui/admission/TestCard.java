package org.sluice.ui.admission;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import org.sluice.ui.admission.AdmissionDesk.Test;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;

/** An attempt at a test: what was measured, what it scores and out of what, or why it says nothing. */
final class TestCard extends Composite<Div> {

    TestCard(Test test) {
        var name = new Span(title(test));
        name.addClassName("fired-row-text");
        var line = new Div(name, new Span(" "), result(test));
        if (test.superseded()) {
            line.add(new Span(" "), new StatusBadge(Words.of("admission.test.superseded"), Tone.QUIET));
        }
        getContent().add(line);
        if (test.problem() != null) {
            getContent().add(new Paragraph(Words.of(test.problem())));
        }
        getContent().add(figures(test));
    }

    private static String title(Test test) {
        if (test.reportNo() == null) {
            return Words.of("admission.test.match", test.attempt());
        }
        return test.conductedOn() == null
                ? Words.of("admission.test.report", test.attempt(), test.reportNo())
                : Words.of(
                        "admission.test.reportOf",
                        test.attempt(),
                        test.reportNo(),
                        Format.forReader().date(test.conductedOn()));
    }

    private static StatusBadge result(Test test) {
        if (test.problem() != null) {
            return new StatusBadge(Words.of("admission.test.unusable"), Tone.BAD);
        }
        if (test.band() == null) {
            return new StatusBadge(Words.of("admission.test.running"), Tone.RUNNING);
        }
        var tone =
                switch (test.band()) {
                    case "GE75" -> Tone.GOOD;
                    case "LT60" -> Tone.BAD;
                    default -> Tone.WARNING;
                };
        return new StatusBadge(Words.of("admission.test.band", Words.of("testBand." + test.band())), tone);
    }

    private static FactList figures(Test test) {
        var format = Format.forReader();
        var facts = new FactList();
        facts.addClassName("decision-values");
        if (test.sampleSize() != null) {
            facts.fact("admission.test.sample", format.number(test.sampleSize()));
        }
        if (test.matched() != null) {
            facts.fact("admission.test.matched", format.number(test.matched()));
        }
        if (test.matchPercent() != null) {
            facts.fact("admission.test.rate", format.decimal(plain(test.matchPercent())) + "%");
        }
        test.figures()
                .forEach(figure -> facts.labelled(
                        Words.of(figure.label()),
                        new Span(FactText.of(figure.kind(), figure.type(), figure.measure(), figure.value()))));
        test.points()
                .forEach(each -> facts.labelled(
                        Words.of("testItem." + each.item()),
                        new Span(Words.of(
                                "admission.test.points",
                                format.decimal(plain(each.earned())),
                                format.decimal(plain(each.weight()))))));
        if (test.score() != null) {
            facts.fact("admission.test.score", format.decimal(plain(test.score())));
        }
        return facts;
    }

    private static BigDecimal plain(BigDecimal number) {
        var bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
