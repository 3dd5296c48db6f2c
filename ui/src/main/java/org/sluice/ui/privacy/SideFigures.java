package org.sluice.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.MatchTestDesk.Figures;
import org.sluice.ui.privacy.PrivacyJobDesk.Report;

/** What a party's worker has reported, as labels and values. */
final class SideFigures {

    private static final long MEGABYTE = 1_000_000;

    private SideFigures() {}

    static FactList of(Figures figures) {
        var format = Format.forReader();
        return new FactList()
                .fact("privacy.ownSize", format.number(figures.ownSize()))
                .fact("privacy.peerSize", format.number(figures.peerSize()))
                .fact("privacy.matched", format.number(figures.matched()))
                .fact("privacy.matchRate", format.percent(BigDecimal.valueOf(figures.matchRate())))
                .fact("privacy.bytes", megabytes(figures.bytes()))
                .fact("privacy.seconds", seconds(figures.seconds()))
                .fact("privacy.runs", format.number(figures.runs()))
                .fact("privacy.transcriptHash", hash(figures.transcriptHash()));
    }

    /** What it does not say is not listed: nothing of another step, nothing that the party may not tell. */
    static FactList of(Report report) {
        var facts = new FactList();
        number(facts, "privacy.ownSize", report.ownSize());
        number(facts, "privacy.peerSize", report.peerSize());
        number(facts, "privacy.matched", report.matched());
        if (report.expectedSeconds() != null) {
            facts.fact("privacy.job.expectedSeconds", seconds(report.expectedSeconds()));
        }
        if (report.expectedMebibytes() != null) {
            facts.fact(
                    "privacy.job.expectedMemory",
                    Words.of("privacy.job.mebibytes", Format.forReader().number(report.expectedMebibytes())));
        }
        if (report.bytes() != null) {
            facts.fact("privacy.bytes", megabytes(report.bytes()));
        }
        if (report.seconds() != null) {
            facts.fact("privacy.seconds", seconds(report.seconds()));
        }
        number(facts, "privacy.runs", report.runs());
        number(facts, "privacy.job.resultRows", report.resultRows());
        number(facts, "privacy.job.resultSum", report.resultSum());
        hash(facts, "privacy.transcriptHash", report.transcriptHash());
        hash(facts, "privacy.job.resultDigest", report.resultDigest());
        return facts;
    }

    static String megabytes(long bytes) {
        var megabytes = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(MEGABYTE), 1, RoundingMode.HALF_UP);
        return Words.of("privacy.megabytes", Format.forReader().decimal(megabytes));
    }

    private static void number(FactList facts, String key, @Nullable Long number) {
        if (number != null) {
            facts.fact(key, Format.forReader().number(number));
        }
    }

    private static void hash(FactList facts, String key, @Nullable String whole) {
        if (whole != null) {
            facts.fact(key, hash(whole));
        }
    }

    /** Enough of it to compare the two sides by eye; all of it as a title. */
    private static Component hash(String whole) {
        var hash = new Span(whole.length() > 16 ? whole.substring(0, 16) + "…" : whole);
        hash.setTitle(whole);
        return hash;
    }

    private static String seconds(double seconds) {
        return Format.forReader().decimal(BigDecimal.valueOf(seconds).setScale(1, RoundingMode.HALF_UP));
    }
}
