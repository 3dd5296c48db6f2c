package org.sluice.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.MatchTestDesk.MatchTest;
import org.sluice.ui.privacy.PrivacyJobDesk.Job;
import org.sluice.ui.privacy.PrivacyJobDesk.Side;
import org.sluice.ui.privacy.PrivacyJobDesk.Step;

/** The receipts that the parties have signed, and whether they tell the same. */
final class JobReceipts {

    /** One receipt, and the name of the file in which it is kept. */
    record One(@Nullable PrivacyStep step, LocalText party, String receipt, String file) {}

    record Signed(List<One> receipts, @Nullable Boolean agree) {

        static Signed of(Job job) {
            var all = new ArrayList<One>();
            for (int i = 0; i < job.steps().size(); i++) {
                var step = job.steps().get(i);
                var file = "%s-%d-%s".formatted(job.row().number(), i + 1, lower(step));
                add(all, step, step.bank(), file + "-bank");
                add(all, step, step.partner(), file + "-partner");
            }
            return new Signed(List.copyOf(all), job.receiptsAgree());
        }

        static Signed of(MatchTest test) {
            var all = new ArrayList<One>();
            var file = "match-test-" + test.job();
            add(all, test.bank(), file + "-bank");
            add(all, test.supplier(), file + "-supplier");
            return new Signed(List.copyOf(all), test.receiptsAgree());
        }

        private static void add(List<One> all, MatchTestDesk.Side side, String file) {
            if (side.receipt() != null) {
                all.add(new One(null, side.party(), side.receipt(), file + ".receipt.json"));
            }
        }

        private static void add(List<One> all, Step step, Side side, String file) {
            if (side.receipt() != null) {
                all.add(new One(step.what(), side.party(), side.receipt(), file + ".receipt.json"));
            }
        }

        private static String lower(Step step) {
            return step.what().name().toLowerCase(Locale.ROOT);
        }
    }

    private JobReceipts() {}

    private static String title(One one) {
        return one.step() == null ? Words.of(one.party()) : Words.of(one.party()) + " · " + Words.of(one.step());
    }

    static List<Component> of(Signed signed) {
        if (signed.receipts().isEmpty() && signed.agree() == null) {
            return List.of();
        }
        var heading = new H3(new Span(Words.of("privacy.job.receipts") + " "));
        var parts = new ArrayList<Component>(List.of(heading));
        if (Boolean.TRUE.equals(signed.agree())) {
            heading.add(new StatusBadge(Words.of("privacy.job.receipts.agree"), Tone.GOOD));
        } else if (Boolean.FALSE.equals(signed.agree())) {
            heading.add(new StatusBadge(Words.of("privacy.job.receipts.disagree"), Tone.BAD));
        }
        parts.add(MatchTestPanel.quiet(Words.of("privacy.job.receipts.verify")));
        var columns = new Div();
        columns.addClassName("columns");
        signed.receipts()
                .forEach(one -> columns.add(new Div(
                        new H4(title(one)), new ReceiptFold(one.receipt(), Words.of(one.party()), one.file()))));
        parts.add(columns);
        return parts;
    }
}
