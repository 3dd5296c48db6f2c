package org.sluice.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.StopPrivacyJob;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.PrivacyJobDesk.JobRow;
import org.sluice.ui.privacy.PrivacyJobDesk.Line;

/** Where a job stands, for what it waits, what went wrong, what was asked for, and the way to stop it. */
final class JobStanding {

    record Standing(
            JobRow row,
            String reason,
            int keepDays,
            @Nullable Line line,
            @Nullable LocalText trouble,
            @Nullable Instant purgeAt,
            boolean mayStop) {}

    private JobStanding() {}

    /** @param act stops the job */
    static List<Component> of(Standing standing, Consumer<StopPrivacyJob> act) {
        var row = standing.row();
        var heading = new H3(new Span(Words.of("privacy.job.standing") + " "));
        heading.add(JobWords.badge(row.state()));
        var parts = new ArrayList<Component>(List.of(heading, new Paragraph(WaitsWords.of(row.waits()))));
        if (standing.trouble() != null) {
            parts.add(trouble(row, standing.trouble()));
        }
        parts.add(facts(standing));
        if (standing.mayStop()) {
            var stop =
                    new Button(Words.of("privacy.stop"), click -> new StopPrivacyJobDialog(row.number(), act).open());
            stop.addThemeVariants(ButtonVariant.LUMO_ERROR);
            parts.add(stop);
        }
        return parts;
    }

    private static Component trouble(JobRow row, LocalText trouble) {
        var remedy = Words.of(row.state().isEnd() ? "privacy.job.trouble.over" : "privacy.job.trouble.remedy");
        var alert = new Paragraph(Words.of(trouble) + remedy);
        alert.getElement().setAttribute("role", "alert");
        return alert;
    }

    private static String line(@Nullable Line line) {
        return line == null
                ? Words.of("privacy.job.line.unmeasured")
                : Words.of(
                        "privacy.job.line.measured",
                        Format.forReader().number(Math.max(1, Math.round(line.megabits()))),
                        Format.forReader().moment(line.measuredAt()));
    }

    private static FactList facts(Standing standing) {
        var row = standing.row();
        var format = Format.forReader();
        var facts = new FactList()
                .fact("privacy.jobs.output", Words.of(row.output()))
                .fact("privacy.jobs.method", JobWords.method(row.method(), row.suite()))
                .fact("privacy.job.line", line(standing.line()))
                .fact("privacy.jobs.bankDataSet", row.bankDataSet())
                .fact("privacy.jobs.partnerDataSet", row.partnerDataSet())
                .fact("privacy.form.purpose", Words.of(row.purpose()))
                .fact("privacy.form.reason", standing.reason())
                .fact("privacy.form.keepDays", format.number(standing.keepDays()))
                .fact("privacy.jobs.requestedAt", format.moment(row.requestedAt()));
        if (standing.purgeAt() != null) {
            facts.fact("privacy.job.purgeAt", format.moment(standing.purgeAt()));
        }
        if (row.endedAt() != null) {
            facts.fact("privacy.job.endedAt", format.moment(row.endedAt()));
        }
        return facts;
    }
}
