package org.sluice.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.PrivacyJobDesk.Approval;
import org.sluice.ui.privacy.PrivacyJobDesk.Finding;
import org.sluice.ui.privacy.PrivacyJobDesk.Weight;

/** What the rules have found of a job, and what people have said to it. */
final class JobSayings {

    private JobSayings() {}

    static List<Component> findings(List<Finding> findings) {
        var list = new UnorderedList();
        for (var finding : findings) {
            list.add(new ListItem(
                    badge(finding.weight()),
                    new Span(" " + finding.rule() + " · " + Words.of(finding.text())),
                    MatchTestPanel.quiet(Words.of("privacy.job.finding.remedy", Words.of(finding.remedy())))));
        }
        return findings.isEmpty() ? List.of() : List.of(new H3(Words.of("privacy.job.findings")), list);
    }

    private static StatusBadge badge(Weight weight) {
        return switch (weight) {
            case FORBIDS -> new StatusBadge(Words.of("privacy.job.finding.forbids"), Tone.BAD);
            case FORBIDS_UNLESS_WAIVED -> new StatusBadge(Words.of("privacy.job.finding.unlessWaived"), Tone.BAD);
            case WAIVED -> new StatusBadge(Words.of("privacy.job.finding.waived"), Tone.QUIET);
            case NOTES -> new StatusBadge(Words.of("privacy.job.finding.notes"), Tone.WARNING);
        };
    }

    static List<Component> approvals(List<Approval> approvals) {
        var list = new UnorderedList();
        for (var approval : approvals) {
            var item = new ListItem(badge(approval), new Span(" " + Words.of(approval.role())));
            if (approval.person() != null) {
                item.add(new Span(" · " + Words.of(approval.person())));
            }
            if (approval.comment() != null) {
                item.add(MatchTestPanel.quiet(approval.comment()));
            }
            list.add(item);
        }
        return approvals.isEmpty() ? List.of() : List.of(new H3(Words.of("privacy.job.approvals")), list);
    }

    /** Whoever was asked and has said nothing has no name here yet. */
    private static StatusBadge badge(Approval approval) {
        if (approval.given()) {
            return new StatusBadge(Words.of("privacy.job.approval.given"), Tone.GOOD);
        }
        return approval.person() == null
                ? new StatusBadge(Words.of("privacy.job.approval.awaited"), Tone.RUNNING)
                : new StatusBadge(Words.of("privacy.job.approval.refused"), Tone.BAD);
    }
}
