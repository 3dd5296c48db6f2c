package org.sluice.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.process.privacy.PartyState;
import org.sluice.process.privacy.PrivacyOrder;
import org.sluice.process.privacy.PrivacyOrderTopic;
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

    private final OrderStore store;
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
            PrivacyJobStore jobs,
            JobApprovals approvals,
            OrderKey key,
            WorkerParties parties,
            Parameters parameters,
            Environment environment,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
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
        store.insert(step, job.caseId(), what, text, key.sign(text), nextDeadline());
        store.insertPart(step, job.bank().party());
        store.insertPart(step, job.partner().party());
        jobs.step(job.caseId(), step);
        events.publishEvent(Auditable.of("privacyJob.ordered", job.caseId(), null, job.subject())
                .with("privacyStep", what));
        events.publishEvent(new PrivacyJobMoved(job.caseId()));
        return step;
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
        return Flags.of(PrivacyOrderTopic.STEP, step)
                .and(PrivacyOrderTopic.PARTY, party)
                .and(PrivacyOrderTopic.PEER_ADDRESS, peerAddress(step, party))
                .and(PrivacyOrderTopic.ORDER, order.text())
                .and(PrivacyOrderTopic.SIGNATURE, order.signature())
                .and(PrivacyOrderTopic.DEADLINE, Date.from(order.deadline()));
    }

    /** Where the other party of a step is reached now. */
    String peerAddress(UUID step, String party) {
        var job = jobs.get(store.get(step).caseId());
        return parties.address(
                party.equals(job.bank().party())
                        ? job.partner().party()
                        : job.bank().party());
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
        store.parts(step).stream()
                .filter(part -> !part.state().isEnd())
                .forEach(part -> store.partState(step, part.party(), PartyState.CANCELLED, null, null));
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
