package org.sluice.ui.privacy;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.StopPrivacyJob;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.JobReceipts.Signed;
import org.sluice.ui.privacy.JobStanding.Standing;
import org.sluice.ui.privacy.PrivacyJobDesk.Approval;
import org.sluice.ui.privacy.PrivacyJobDesk.Finding;
import org.sluice.ui.privacy.PrivacyJobDesk.Job;
import org.sluice.ui.privacy.StepCard.Seen;

/**
 * A privacy job: first who learns what, then where it stands, then what rules and people said, then both parties beside
 * each other, step by step, kept up while they compute. Nothing is shown where the case is no privacy job.
 */
final class PrivacyJobPanel extends Composite<Section> {

    private record Learns(LocalText partner, LocalText bankLearns, LocalText partnerLearns, LocalText assumption) {}

    private final transient PrivacyJobDesk desk;
    private final CaseId id;
    private transient Runnable stop = () -> {};

    private final transient Pace pace = new Pace();
    private final LivePart<Learns> learns = new LivePart<>(PrivacyJobPanel::learns);
    private final LivePart<Standing> standing;
    private final LivePart<List<Finding>> findings = new LivePart<>(JobSayings::findings);
    private final LivePart<List<Approval>> approvals = new LivePart<>(JobSayings::approvals);
    private final List<LivePart<Seen>> steps = new ArrayList<>();
    private final Div stepCards = new Div();
    private final LivePart<Signed> receipts = new LivePart<>(JobReceipts::of);

    PrivacyJobPanel(PrivacyJobDesk desk, CaseId caseId) {
        this.desk = desk;
        this.id = caseId;
        standing = new LivePart<>(each -> JobStanding.of(each, body -> stop(body)));
        standing.getElement().setAttribute("aria-live", "polite");
        stepCards.addClassName("stack");
        getContent().addClassNames("panel", "privacy-job", "stack");
        getContent().getElement().setAttribute("aria-label", Words.of("privacy.job.title"));
        getContent()
                .add(new H2(Words.of("privacy.job.title")), learns, standing, findings, approvals, stepCards, receipts);
        catchUp();
    }

    /** What happened between being made and being shown is caught up with. */
    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        stop = desk.watch(id, job -> ui.accessLater(() -> show(job), () -> {}).run());
        catchUp();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stop.run();
    }

    private void stop(StopPrivacyJob body) {
        desk.stop(id, body);
        catchUp();
    }

    private void catchUp() {
        var job = desk.job(id);
        getContent().setVisible(job.isPresent());
        job.ifPresent(this::show);
    }

    private void show(Job job) {
        getContent().setVisible(true);
        learns.show(new Learns(job.row().partner(), job.bankLearns(), job.partnerLearns(), job.assumption()));
        standing.show(new Standing(
                job.row(), job.reason(), job.keepDays(), job.line(), job.trouble(), job.purgeAt(), job.mayStop()));
        findings.show(job.findings());
        approvals.show(job.approvals());
        steps(job);
        receipts.show(Signed.of(job));
    }

    /** A job that was settled begins again: steps are added, those that were stay. */
    private void steps(Job job) {
        while (steps.size() < job.steps().size()) {
            var card = new LivePart<>(StepCard::of);
            steps.add(card);
            stepCards.add(card);
        }
        for (int i = 0; i < job.steps().size(); i++) {
            var step = job.steps().get(i);
            steps.get(i)
                    .show(new Seen(
                            step,
                            pace.end(step.id(), true, step.bank().progress()).orElse(null),
                            pace.end(step.id(), false, step.partner().progress())
                                    .orElse(null)));
        }
    }

    private static List<Component> learns(Learns learns) {
        return List.of(new FactList()
                .fact("privacy.job.bankLearns", Words.of(learns.bankLearns()))
                .labelled(
                        Words.of("privacy.job.partnerLearns", Words.of(learns.partner())),
                        new Span(Words.of(learns.partnerLearns())))
                .fact("privacy.job.assumption", Words.of(learns.assumption())));
    }
}
