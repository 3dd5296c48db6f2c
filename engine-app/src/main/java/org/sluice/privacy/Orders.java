package org.sluice.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.process.privacy.PartyState;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOrder;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.process.privacy.PrivacyRangeTopic;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Auditable;
import org.sluice.shared.Flags;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Gives signed orders to both parties of a job. */
@Component
class Orders {

    /** How long a worker waits for its peer in this house, where a drill asks for less than the parameter's hours. */
    private static final String PATIENCE = "sluice.privacy.patience";

    /** Workers cut no run into more buckets. */
    private static final int MOST_RANGES = 256;

    private final OrderStore store;
    private final RangeStore rangeStore;
    private final PrivacyJobStore jobs;
    private final JobApprovals approvals;
    private final OrderKey key;
    private final WorkerParties parties;
    private final Parameters parameters;
    private final Optional<Duration> drill;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Orders(
            OrderStore store,
            RangeStore rangeStore,
            PrivacyJobStore jobs,
            JobApprovals approvals,
            OrderKey key,
            WorkerParties parties,
            Parameters parameters,
            Environment environment,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.rangeStore = rangeStore;
        this.jobs = jobs;
        this.approvals = approvals;
        this.key = key;
        this.parties = parties;
        this.parameters = parameters;
        this.drill = Optional.ofNullable(environment.getProperty(PATIENCE, Duration.class));
        this.clock = clock;
        this.events = events;
    }

    /** Orders a step of both parties, which is the job's step from now on. */
    UUID give(PrivacyJob job, PrivacyStep what) {
        var step = UUID.randomUUID();
        var text = order(job, step, what).text();
        var ranges = what == PrivacyStep.RUN ? ranges(job) : 0;
        store.insert(step, job.caseId(), what, text, key.sign(text), nextDeadline(), ranges);
        for (var party : List.of(job.bank().party(), job.partner().party())) {
            store.insertPart(step, party);
            rangeStore.insert(step, party, ranges);
        }
        jobs.step(job.caseId(), step);
        events.publishEvent(Auditable.of("privacyJob.ordered", job.caseId(), null, job.subject())
                .with("privacyStep", what));
        events.publishEvent(new PrivacyJobMoved(job.caseId()));
        return step;
    }

    /**
     * By the larger of both sets, as the parties have found them. A number or a sum is not given out in ranges: numbers
     * range by range would say more than the number. A look-up is short whatever the large set's size is.
     */
    private int ranges(PrivacyJob job) {
        if (!job.output().hasRows() || Objects.requireNonNull(job.choice()).method() == PrivacyMethod.UNBALANCED) {
            return 0;
        }
        var size = Math.max(
                size(job, job.bank().party(), job.bank().rows()),
                size(job, job.partner().party(), job.partner().rows()));
        var rows = Math.max(1, parameters.whole("privacy.job.rangeRows"));
        var ranges = Math.min(MOST_RANGES, (size + rows - 1) / rows);
        return ranges > 1 ? (int) ranges : 0;
    }

    private long size(PrivacyJob job, String party, long rows) {
        var looked = reported(job, PrivacyStep.PREFLIGHT, party);
        return looked == null || looked.ownSize() == null ? rows : looked.ownSize();
    }

    Instant nextDeadline() {
        return clock.instant()
                .plus(drill.orElseGet(() -> Duration.ofHours(parameters.whole("privacy.job.deadlineHours"))));
    }

    /** The bank's worker begins, whoever learns: where both do, or a number is told, it is the same to both. */
    private PrivacyOrder order(PrivacyJob job, UUID step, PrivacyStep what) {
        var choice = Objects.requireNonNull(job.choice());
        var now = clock.instant();
        return new PrivacyOrder(
                step,
                job.job(),
                job.number(),
                what,
                job.purpose().name(),
                choice.method(),
                choice.suite(),
                job.output(),
                job.bank().party(),
                job.bank().dataSet(),
                job.partner().party(),
                job.partner().dataSet(),
                parameters.whole("privacy.job.leastSet"),
                parameters.whole("privacy.job.greatestSet"),
                job.output() == PrivacyOutput.SUM ? parameters.whole("privacyJob.leastGroup") : 0,
                approvals.all(job.caseId()).stream()
                        .filter(each -> each.state().equals("APPROVED"))
                        .map(each -> each.role().name())
                        .distinct()
                        .collect(Collectors.joining(",")),
                now,
                now.plus(Duration.ofDays(parameters.whole("privacy.job.orderDays"))));
    }

    /** What the party's worker is told, as variables of its process. */
    Flags issue(UUID step, String party, String processInstance) {
        var order = store.get(step);
        store.processInstance(step, party, processInstance);
        return peers(order, party)
                .and(PrivacyOrderTopic.STEP, step)
                .and(PrivacyOrderTopic.PARTY, party)
                .and(PrivacyOrderTopic.ORDER, order.text())
                .and(PrivacyOrderTopic.SIGNATURE, order.signature())
                .and(PrivacyOrderTopic.DEADLINE, Date.from(order.deadline()))
                .and(PrivacyOrderTopic.RANGES, (long) order.ranges());
    }

    /** Where the other party of a step is reached now: by its worker, or for a range by any of its workers. */
    private Flags peers(OrderStore.Order order, String party) {
        var job = jobs.get(order.caseId());
        var peer = party.equals(job.bank().party())
                ? job.partner().party()
                : job.bank().party();
        var flags = Flags.of(PrivacyOrderTopic.PEER_ADDRESS, parties.address(peer));
        return order.ranges() == 0
                ? flags
                : flags.and(PrivacyRangeTopic.PEER_ADDRESSES, String.join(",", parties.addresses(peer)));
    }

    /** What the workers of a step that is under way are told anew: until when they wait, and where the peer is reached. */
    List<PartyWork.Renewal> renewals(UUID step) {
        var order = store.get(step);
        return store.parts(step).stream()
                .filter(part -> !part.state().isEnd() && part.processInstance() != null)
                .map(part -> new PartyWork.Renewal(
                        Objects.requireNonNull(part.processInstance()),
                        peers(order, part.party()).and(PrivacyOrderTopic.DEADLINE, Date.from(order.deadline()))))
                .toList();
    }

    /** SHA-256 of an order's text in lower-case hex, as receipts name it. */
    String hash(String order) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(order.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Takes the present step back from whoever has not ended it. */
    void withdraw(PrivacyJob job) {
        var step = job.step();
        if (step == null || store.get(step).endedAt() != null) {
            return;
        }
        store.parts(step).stream().filter(part -> !part.state().isEnd()).forEach(part -> {
            store.partState(step, part.party(), PartyState.CANCELLED, null, null);
            rangeStore.withdraw(step, part.party());
        });
        store.end(step, false);
    }

    /** What a party has reported of the last step of this kind that both have carried out. */
    @Nullable
    OrderReport reported(PrivacyJob job, PrivacyStep what, String party) {
        return store.lastDone(job.caseId(), what)
                .map(order -> store.part(order.step(), party).report())
                .orElse(null);
    }
}
