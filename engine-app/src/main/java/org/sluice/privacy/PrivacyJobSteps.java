package org.sluice.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.privacy.JobRules.Sizes;
import org.sluice.privacy.process.PartyTasks;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.privacy.PartyState;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.rules.facts.JobStage;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps that the house takes by itself, named by the model and called by its jobs. A job that is run again changes
 * nothing.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PrivacyJobSteps {

    private final PrivacyJobStore store;
    private final Orders orders;
    private final OrderStore orderStore;
    private final OrderParties parties;
    private final JobRules rules;
    private final JobFindings findings;
    private final JobApprovals approvals;
    private final PartyTasks tasks;
    private final CaseFiles files;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PrivacyJobSteps(
            PrivacyJobStore store,
            Orders orders,
            OrderStore orderStore,
            OrderParties parties,
            JobRules rules,
            JobFindings findings,
            JobApprovals approvals,
            PartyTasks tasks,
            CaseFiles files,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.orders = orders;
        this.orderStore = orderStore;
        this.parties = parties;
        this.rules = rules;
        this.findings = findings;
        this.approvals = approvals;
        this.tasks = tasks;
        this.files = files;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Asks the rules. Where none forbids it, those are asked whose business it always is: who answers for the method, and,
     * where rows come out, who answers for the law; then whoever must judge a finding, or may waive it.
     *
     * @return false when a rule forbids it, which ends the job
     */
    public boolean screen(CaseId caseId) {
        var job = held(caseId);
        job.mustBe(PrivacyJobState.REQUESTED);
        rules.ask(job, JobStage.REQUEST, rows(job), null);
        var forbidden = findings.of(caseId, JobStage.REQUEST).stream()
                .filter(JobFindings.Kept::forbids)
                .map(JobFindings.Kept::rule)
                .collect(Collectors.joining(", "));
        if (!forbidden.isEmpty()) {
            end(job, PrivacyJobState.REFUSED, "privacyJobRefusedByRules", null);
            publish("privacyJob.refusedByRules", job, null, Map.of("rules", forbidden));
            return false;
        }
        approvals.add(caseId, Role.PRIVACY_ENGINEER, "method");
        if (job.output().hasRows()) {
            approvals.add(caseId, Role.COMPLIANCE, "rows");
        }
        askJudges(caseId);
        return true;
    }

    /** Whoever a finding names for judgement, or to waive it, is asked, at this round. */
    private void askJudges(CaseId caseId) {
        findings.of(caseId).stream()
                .filter(each -> !each.forbids() && each.stands())
                .forEach(each -> each.reviewGroups().forEach(role -> approvals.add(caseId, role, each.rule())));
    }

    /** Somebody has settled what went wrong, and the job begins again; what was found meanwhile is judged first. */
    void again(PrivacyJob job) {
        askJudges(job.caseId());
        store.state(job.caseId(), PrivacyJobState.REQUESTED, null);
        files.state(job.caseId(), PrivacyJobState.REQUESTED.name());
    }

    private static Sizes rows(PrivacyJob job) {
        return new Sizes(Math.min(job.bank().rows(), job.partner().rows()), null);
    }

    /** An approver says no. Where parties were ordered to do something before, they purge what is left of it first. */
    void refuse(PrivacyJob job, String reason) {
        var words = new LocalText(reason, reason);
        if (job.step() == null) {
            end(job, PrivacyJobState.REFUSED, "privacyJobRefused", words);
        } else {
            store.state(job.caseId(), PrivacyJobState.REQUESTED, words);
        }
    }

    /** Whose approval is wanted next, if any is still missing. */
    public Optional<Role> next(CaseId caseId) {
        held(caseId).mustBe(PrivacyJobState.REQUESTED);
        var next = approvals.next(caseId);
        moved(caseId);
        return next;
    }

    /** Every approver has taken on what the rules left to judgement. */
    public UUID orderPreflight(CaseId caseId) {
        var job = held(caseId, PrivacyJobState.REQUESTED);
        findings.judged(caseId);
        store.state(caseId, PrivacyJobState.PREFLIGHT, null);
        files.state(caseId, PrivacyJobState.PREFLIGHT.name());
        return orders.give(job, PrivacyStep.PREFLIGHT);
    }

    /** @return whether both sides are ready and no rule forbids the run */
    public boolean judgePreflight(CaseId caseId) {
        var job = held(caseId, PrivacyJobState.PREFLIGHT);
        if (!isDone(job)) {
            return inTrouble(job, refusals(job));
        }
        var sizes = ownSizes(job, PrivacyStep.PREFLIGHT);
        rules.ask(job, JobStage.BEFORE_RUN, new Sizes(sizes, null), null);
        var against = findings.of(caseId, JobStage.BEFORE_RUN).stream()
                .filter(JobFindings.Kept::stands)
                .toList();
        return against.isEmpty() || inTrouble(job, ofRules(against));
    }

    private long ownSizes(PrivacyJob job, PrivacyStep what) {
        return Math.min(
                size(orders.reported(job, what, job.bank().party()), job.bank().rows()),
                size(
                        orders.reported(job, what, job.partner().party()),
                        job.partner().rows()));
    }

    private static long size(@Nullable OrderReport report, long rows) {
        return report == null || report.ownSize() == null ? rows : report.ownSize();
    }

    public UUID orderRun(CaseId caseId) {
        var job = held(caseId, PrivacyJobState.PREFLIGHT);
        store.state(caseId, PrivacyJobState.RUNNING, null);
        files.state(caseId, PrivacyJobState.RUNNING.name());
        return orders.give(job, PrivacyStep.RUN);
    }

    /** @return whether both sides report the same run; its result is then held where it was learned */
    public boolean judgeRun(CaseId caseId) {
        var job = held(caseId, PrivacyJobState.RUNNING);
        if (!isDone(job)) {
            return inTrouble(job, refusals(job));
        }
        var bank = Objects.requireNonNull(
                orders.reported(job, PrivacyStep.RUN, job.bank().party()));
        var partner = Objects.requireNonNull(
                orders.reported(job, PrivacyStep.RUN, job.partner().party()));
        var why = OrderReport.disagreement(bank, partner);
        var differing = receiptsDiffer(job, bank);
        store.ran(caseId, differing.map(List::isEmpty).orElse(null));
        if (why.isEmpty() && differing.isEmpty()) {
            return inTrouble(
                    job,
                    new LocalText(
                            "有一方未签署回执，结果不予保留。请该方更新计算节点后重试。",
                            "A party has signed no receipt, so there is no result. Have it update its worker, then begin again."));
        }
        if (why.isPresent()) {
            return inTrouble(job, why.get());
        }
        if (differing.isPresent() && !differing.get().isEmpty()) {
            return inTrouble(job, receiptsDiffer(differing.get()));
        }
        store.state(caseId, PrivacyJobState.HELD, null);
        files.state(caseId, PrivacyJobState.HELD.name());
        publish("privacyJob.held", job, null, Map.of());
        return true;
    }

    private Optional<List<String>> receiptsDiffer(PrivacyJob job, OrderReport bank) {
        var order = orderStore.lastDone(job.caseId(), PrivacyStep.RUN).orElseThrow();
        return ReceiptPair.differences(
                orderStore.part(order.step(), job.bank().party()).receipt(),
                orderStore.part(order.step(), job.partner().party()).receipt(),
                Map.of(
                        "job", job.job().toString(),
                        "order", orders.hash(order.text()),
                        "transcriptHash", String.valueOf(bank.transcriptHash())));
    }

    private static LocalText receiptsDiffer(List<String> fields) {
        var named = String.join(", ", fields);
        return new LocalText(
                "双方回执不一致：" + named + "。请在重试前查明原因。",
                "The receipts of both parties differ in " + named + ". Find out why before you have it begin again.");
    }

    public UUID orderRelease(CaseId caseId) {
        return orders.give(held(caseId, PrivacyJobState.HELD), PrivacyStep.RELEASE);
    }

    /** @return when what was released is purged; empty when a party has not released it */
    public Optional<Instant> judgeRelease(CaseId caseId) {
        var job = held(caseId, PrivacyJobState.HELD);
        if (!isDone(job)) {
            inTrouble(job, refusals(job));
            return Optional.empty();
        }
        var purgeAt = clock.instant().plus(Duration.ofDays(job.keepDays()));
        store.released(caseId, purgeAt);
        store.state(caseId, PrivacyJobState.RELEASED, null);
        files.state(caseId, PrivacyJobState.RELEASED.name());
        publish("privacyJob.released", job, null, Map.of());
        return Optional.of(purgeAt);
    }

    /** The last step, whichever way it came to it. */
    public UUID orderPurge(CaseId caseId) {
        var job = held(caseId);
        if (job.ending() == null) {
            store.ending(
                    caseId,
                    switch (job.state()) {
                        case RELEASED -> PrivacyJobState.CLOSED;
                        case HELD -> PrivacyJobState.WITHHELD;
                        default -> PrivacyJobState.FAILED;
                    });
        }
        store.state(caseId, PrivacyJobState.PURGING, job.trouble());
        files.state(caseId, PrivacyJobState.PURGING.name());
        return orders.give(job, PrivacyStep.PURGE);
    }

    /**
     * Both parties have purged what they held, or said that they will not, which then stands in the job; and the house
     * forgets a sum, which is a result like theirs.
     */
    public void conclude(CaseId caseId) {
        var job = held(caseId);
        var ending = Objects.requireNonNull(job.ending());
        var left = job.trouble();
        if (job.output() == PrivacyOutput.SUM) {
            orderStore.releases(caseId).forEach(tasks::forgetVariables);
            orderStore.forgetSums(caseId);
        }
        if (job.step() != null) {
            if (isDone(job)) {
                publish("privacyJob.purged", job, null, Map.of());
            } else {
                left = refusals(job);
            }
        }
        switch (ending) {
            case CLOSED -> end(job, ending, "privacyJobClosed", left);
            case WITHHELD -> end(job, ending, "privacyJobWithheld", left);
            case STOPPED -> end(job, ending, "privacyJobStopped", left);
            default -> end(job, ending, "privacyJobFailed", left);
        }
        publish("privacyJob.closed", job, null, Map.of("state", ending.name()));
    }

    /** Somebody stops it wherever it stands; its process hears of it next. */
    void halt(PrivacyJob job, Actor actor, String reason) {
        store.ending(job.caseId(), PrivacyJobState.STOPPED);
        store.state(job.caseId(), PrivacyJobState.PURGING, new LocalText(reason, reason));
        files.state(job.caseId(), PrivacyJobState.PURGING.name());
        publish("privacyJob.stopped", job, actor, Map.of("reason", reason));
    }

    /**
     * Somebody has stopped it: what was ordered is taken back.
     *
     * @return the order to purge; empty where no party was ever ordered to do anything
     * @throws org.sluice.process.Conflict when nobody has: a message alone stops nothing
     */
    public Optional<UUID> stop(CaseId caseId) {
        var job = held(caseId);
        job.mustBe(PrivacyJobState.PURGING);
        if (job.step() == null) {
            return Optional.empty();
        }
        orders.withdraw(job);
        return Optional.of(orders.give(job, PrivacyStep.PURGE));
    }

    /** What a party's worker is told. */
    public Flags issue(UUID step, String party, String processInstance) {
        return orders.issue(step, party, processInstance);
    }

    /** What a party reports of an order that it has carried out. */
    public void done(UUID step, String party, OrderReport report, @Nullable String receipt) {
        parties.done(step, party, report, receipt);
    }

    /** @param code as the worker gives it: {@code order-not-signed} */
    public void refused(UUID step, String party, String code, LocalText words) {
        parties.refused(step, party, code, words);
    }

    /** @return whether both parties have carried it out */
    public boolean conclude(UUID step) {
        var done = orderStore.parts(step).stream().allMatch(part -> part.state() == PartyState.DONE);
        orderStore.end(step, done);
        moved(orderStore.get(step).caseId());
        return done;
    }

    private boolean isDone(PrivacyJob job) {
        return Boolean.TRUE.equals(
                orderStore.get(Objects.requireNonNull(job.step())).done());
    }

    private LocalText refusals(PrivacyJob job) {
        var said = new LinkedHashMap<LocalText, List<LocalText>>();
        orderStore.parts(Objects.requireNonNull(job.step())).stream()
                .filter(part -> part.state() == PartyState.REFUSED)
                .forEach(part -> {
                    var side = part.party().equals(job.bank().party()) ? job.bank() : job.partner();
                    var words = part.says() == null ? new LocalText("", "") : part.says();
                    said.computeIfAbsent(words, all -> new ArrayList<>()).add(side.name());
                });
        return joined(said.entrySet().stream()
                .map(each -> saying(each.getValue(), each.getKey()))
                .toList());
    }

    /** What both say alike is said once. */
    private static LocalText saying(List<LocalText> names, LocalText words) {
        return new LocalText(
                names.stream().map(LocalText::zh).collect(Collectors.joining("、")) + "：" + words.zh(),
                names.stream().map(LocalText::en).collect(Collectors.joining(", ")) + ": " + words.en());
    }

    private static LocalText ofRules(List<JobFindings.Kept> against) {
        return joined(against.stream()
                .map(each -> new LocalText(
                        each.rule() + " " + each.text().zh() + "；"
                                + each.remedy().zh(),
                        each.rule() + " " + each.text().en() + "; "
                                + each.remedy().en()))
                .toList());
    }

    private static LocalText joined(List<LocalText> texts) {
        return new LocalText(
                String.join(" ", texts.stream().map(LocalText::zh).toList()),
                String.join(" ", texts.stream().map(LocalText::en).toList()));
    }

    private boolean inTrouble(PrivacyJob job, LocalText why) {
        store.state(job.caseId(), PrivacyJobState.TROUBLED, why);
        files.state(job.caseId(), PrivacyJobState.TROUBLED.name());
        publish("privacyJob.troubled", job, null, Map.of("reason", why));
        return false;
    }

    /**
     * The same, where it must stand: somebody may have stopped it, and its process hears of that a moment later.
     *
     * @throws org.sluice.process.Conflict when it stands elsewhere; the message that is on its way ends what failed so
     */
    private PrivacyJob held(CaseId caseId, PrivacyJobState wanted) {
        var job = held(caseId);
        job.mustBe(wanted);
        return job;
    }

    /** The job, held until this transaction ends. */
    PrivacyJob held(CaseId caseId) {
        files.lock(caseId);
        return store.get(caseId);
    }

    void end(PrivacyJob job, PrivacyJobState state, String outcome, @Nullable LocalText trouble) {
        store.state(job.caseId(), state, trouble);
        files.close(job.caseId(), state.name(), outcome);
        moved(job.caseId());
    }

    void publish(String action, PrivacyJob job, @Nullable Actor actor, Map<String, Object> details) {
        events.publishEvent(new Auditable(action, job.caseId(), actor, job.subject(), details));
        moved(job.caseId());
    }

    private void moved(CaseId caseId) {
        events.publishEvent(new PrivacyJobMoved(caseId));
    }
}
