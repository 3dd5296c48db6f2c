package org.sluice.privacy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sluice.privacy.OrderStore.Order;
import org.sluice.privacy.OrderStore.Part;
import org.sluice.privacy.process.PartyTasks;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.privacy.PartyState;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.ui.privacy.MatchTestDesk.Progress;
import org.sluice.ui.privacy.PrivacyJobDesk.Approval;
import org.sluice.ui.privacy.PrivacyJobDesk.Cause;
import org.sluice.ui.privacy.PrivacyJobDesk.Finding;
import org.sluice.ui.privacy.PrivacyJobDesk.Job;
import org.sluice.ui.privacy.PrivacyJobDesk.JobRow;
import org.sluice.ui.privacy.PrivacyJobDesk.Report;
import org.sluice.ui.privacy.PrivacyJobDesk.Side;
import org.sluice.ui.privacy.PrivacyJobDesk.Step;
import org.sluice.ui.privacy.PrivacyJobDesk.Waits;
import org.sluice.ui.privacy.PrivacyJobDesk.Weight;
import org.springframework.stereotype.Component;

/** What a privacy job looks like to people. */
@Component
class JobPicture {

    private final OrderStore orders;
    private final RangeStore ranges;
    private final JobFindings findings;
    private final JobApprovals approvals;
    private final PartyTasks tasks;
    private final PartyLines lines;

    JobPicture(
            OrderStore orders,
            RangeStore ranges,
            JobFindings findings,
            JobApprovals approvals,
            PartyTasks tasks,
            PartyLines lines) {
        this.orders = orders;
        this.ranges = ranges;
        this.lines = lines;
        this.findings = findings;
        this.approvals = approvals;
        this.tasks = tasks;
    }

    JobRow row(PrivacyJob job) {
        var choice = job.choice();
        return new JobRow(
                job.caseId(),
                job.number(),
                job.unitName(),
                job.partner().name(),
                job.bank().dataSetName(),
                job.partner().dataSetName(),
                job.purpose(),
                job.output(),
                choice == null ? null : choice.method(),
                choice == null ? null : choice.suite(),
                job.state(),
                waits(job),
                job.requestedAt(),
                job.endedAt());
    }

    /** @param seesNumbers whether the person knows what was found before it is released */
    Job of(PrivacyJob job, boolean seesNumbers, boolean mayStop) {
        var choice = job.choice();
        var method = choice == null ? job.forcedMethod() : choice.method();
        var open = seesNumbers || job.purgeAt() != null;
        return new Job(
                row(job),
                job.reason(),
                job.keepDays(),
                Learning.ofBank(job),
                Learning.ofPartner(job),
                Learning.assumption(method, job.output()),
                lines.between(job.bank().party(), job.partner().party()).orElse(null),
                findings.last(job.caseId()).stream().map(JobPicture::finding).toList(),
                approvals.all(job.caseId()).stream()
                        .map(each -> new Approval(
                                each.role(), each.state().equals("APPROVED"), each.person(), each.comment()))
                        .toList(),
                orders.of(job.caseId()).stream()
                        .map(order -> step(job, order, open))
                        .toList(),
                job.receiptsAgree(),
                job.trouble(),
                job.purgeAt(),
                mayStop);
    }

    private static Finding finding(JobFindings.Kept kept) {
        return new Finding(kept.rule(), weight(kept), kept.text(), kept.remedy());
    }

    private static Weight weight(JobFindings.Kept kept) {
        if (kept.forbids()) {
            return Weight.FORBIDS;
        }
        if (!kept.mayBeWaived()) {
            return Weight.NOTES;
        }
        return kept.judged() ? Weight.WAIVED : Weight.FORBIDS_UNLESS_WAIVED;
    }

    private Step step(PrivacyJob job, Order order, boolean open) {
        return new Step(
                order.step(),
                order.what(),
                order.orderedAt(),
                order.endedAt(),
                order.deadline(),
                side(job.bank(), order, open),
                side(job.partner(), order, open));
    }

    /** A receipt tells the number that its report tells. */
    private Side side(PrivacyJob.Side of, Order order, boolean open) {
        var part = orders.part(order.step(), of.party());
        var standing = standing(part);
        var report = part.report();
        return new Side(
                of.name(),
                standing.state(),
                standing.ranges(),
                progress(standing.progress()),
                standing.says(),
                report == null ? null : report(open ? report : report.withoutResult()),
                open ? part.receipt() : null);
    }

    private PartStanding standing(Part part) {
        return PartStanding.of(part, ranges.of(part.step(), part.party()), tasks::held);
    }

    private static @Nullable Progress progress(PartRows.@Nullable Progress progress) {
        return progress == null
                ? null
                : new Progress(progress.step(), progress.done(), progress.total(), progress.bytes(), progress.at());
    }

    private static Report report(OrderReport report) {
        return new Report(
                report.ownSize(),
                report.expectedSeconds(),
                report.expectedMebibytes(),
                report.peerSize(),
                report.matched(),
                report.bytes(),
                report.seconds(),
                report.runs(),
                report.transcriptHash(),
                report.resultRows(),
                report.resultDigest(),
                report.resultSum());
    }

    private Waits waits(PrivacyJob job) {
        return switch (job.state()) {
            case REQUESTED ->
                approvals
                        .asked(job.caseId())
                        .map(each -> waits(Cause.APPROVAL, each.role()))
                        .orElse(waits(Cause.HOUSE, null));
            case PREFLIGHT, RUNNING, PURGING -> underWay(job).orElse(waits(Cause.HOUSE, null));
            case HELD -> isReleasing(job) ? underWay(job).orElse(waits(Cause.HOUSE, null)) : waits(Cause.RELEASE, null);
            case TROUBLED -> waits(Cause.SETTLEMENT, null);
            case RELEASED -> waits(Cause.PURGE, null);
            case REFUSED, STOPPED, FAILED, CLOSED, WITHHELD -> waits(Cause.NOTHING, null);
        };
    }

    private boolean isReleasing(PrivacyJob job) {
        return job.step() != null && orders.get(job.step()).what() == PrivacyStep.RELEASE;
    }

    private static Waits waits(Cause cause, @Nullable Role role) {
        return new Waits(cause, role, null, null);
    }

    /** The worst of both parties; empty when both have answered. */
    private Optional<Waits> underWay(PrivacyJob job) {
        if (job.step() == null) {
            return Optional.empty();
        }
        var open = orders.parts(job.step()).stream()
                .filter(part -> !part.state().isEnd())
                .map(part -> new Open(part, standing(part)))
                .toList();
        return first(job, open, Cause.OPERATOR, part -> part.standing().state() == PartyState.FAILED)
                .or(() -> first(
                        job, open, Cause.WORKER_SAYS, part -> part.standing().says() != null))
                .or(() -> first(job, open, Cause.WORKER, part -> part.standing().state() == PartyState.WAITING))
                .or(() -> first(job, open, Cause.COMPUTING, part -> true));
    }

    /** A party's part that is not over. */
    private record Open(Part part, PartStanding standing) {}

    private static Optional<Waits> first(PrivacyJob job, List<Open> parts, Cause cause, Predicate<Open> fits) {
        return parts.stream()
                .filter(fits)
                .findFirst()
                .map(each -> new Waits(
                        cause, null, name(job, each.part()), each.standing().says()));
    }

    private static LocalText name(PrivacyJob job, Part part) {
        return part.party().equals(job.bank().party())
                ? job.bank().name()
                : job.partner().name();
    }
}
