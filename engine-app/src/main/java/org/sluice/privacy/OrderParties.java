package org.sluice.privacy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.privacy.OrderStore.Part;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.PartyState;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.shared.Auditable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens at one party with an order, as the engine hears it from that party's worker. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class OrderParties implements PartyWork {

    private final OrderStore store;
    private final PrivacyJobStore jobs;
    private final Orders orders;
    private final RangeStore ranges;
    private final ApplicationEventPublisher events;

    OrderParties(
            OrderStore store,
            PrivacyJobStore jobs,
            Orders orders,
            RangeStore ranges,
            ApplicationEventPublisher events) {
        this.store = store;
        this.jobs = jobs;
        this.orders = orders;
        this.ranges = ranges;
        this.events = events;
    }

    /** What follows ranges waits for its peer as long as they might: how long those took is not its fault. */
    @Override
    public List<Renewal> offer(Offer offer) {
        if (!offer.topic().equals(PrivacyOrderTopic.NAME)) {
            return List.of();
        }
        store.externalTask(offer.processInstance(), offer.externalTask());
        var step = store.ofExternalTask(offer.externalTask()).map(Part::step);
        if (step.isEmpty() || store.get(step.get()).ranges() == 0) {
            return List.of();
        }
        store.deadline(step.get(), orders.nextDeadline());
        return orders.renewals(step.get()).stream()
                .filter(each -> each.processInstance().equals(offer.processInstance()))
                .toList();
    }

    @Override
    public List<Renewal> reached(String party) {
        // an order is its party's one worker's
        return List.of();
    }

    @Override
    public void handedIn(String externalTask) {
        // the process brings the report
    }

    @Override
    public Optional<Task> find(String externalTask) {
        return store.ofExternalTask(externalTask).map(part -> new Task(part.party(), part.state()));
    }

    @Override
    public void progress(String externalTask, Report report) {
        store.ofExternalTask(externalTask).ifPresent(part -> {
            store.progress(part, report);
            moved(part.step());
        });
    }

    @Override
    public void putBack(String externalTask, LocalText words) {
        store.ofExternalTask(externalTask).filter(part -> !part.state().isEnd()).ifPresent(part -> {
            store.partState(part.step(), part.party(), PartyState.WAITING, words, null);
            moved(part.step());
        });
    }

    @Override
    public void giveUp(String externalTask) {
        store.ofExternalTask(externalTask)
                .filter(part -> !part.state().isEnd() && part.state() != PartyState.FAILED)
                .ifPresent(part -> {
                    store.partState(part.step(), part.party(), PartyState.FAILED, part.says(), null);
                    publish("privacyJob.partyFailed", part, part.says());
                });
    }

    /** With a new deadline, or its worker would give up at once; the peer, if it still waits, waits as long. And with its
     * peer's present address, which may have been what failed. */
    @Override
    public List<Renewal> retry(String externalTask) {
        var found = store.ofExternalTask(externalTask).filter(part -> part.state() == PartyState.FAILED);
        if (found.isEmpty()) {
            return List.of();
        }
        var step = found.get().step();
        var deadline = orders.nextDeadline();
        store.deadline(step, deadline);
        store.partState(step, found.get().party(), PartyState.WAITING, null, null);
        moved(step);
        return orders.renewals(step);
    }

    void done(UUID step, String party, OrderReport report, @Nullable String receipt) {
        var part = store.part(step, party);
        if (part.state().isEnd()) {
            return;
        }
        var order = store.get(step);
        var tellsSum = order.what() == PrivacyStep.RELEASE
                && party.equals(jobs.get(order.caseId()).bank().party());
        store.report(step, party, tellsSum ? report : report.withoutSum(), receipt);
        store.partState(step, party, PartyState.DONE, null, null);
        publish("privacyJob.partyDone", part, null);
    }

    /** @param code as the worker gives it: {@code order-not-signed} */
    void refused(UUID step, String party, String code, LocalText words) {
        var part = store.part(step, party);
        if (part.state().isEnd()) {
            return;
        }
        store.partState(step, party, PartyState.REFUSED, words, code);
        ranges.withdraw(step, party);
        publish("privacyJob.partyRefused", part, words);
    }

    private void publish(String action, Part part, @Nullable LocalText reason) {
        var order = store.get(part.step());
        var job = jobs.get(order.caseId());
        var side = part.party().equals(job.bank().party()) ? job.bank() : job.partner();
        events.publishEvent(Auditable.of(action, job.caseId(), null, job.subject())
                .with("privacyStep", order.what())
                .with("party", side.name())
                .with("reason", reason));
        moved(job.caseId());
    }

    private void moved(UUID step) {
        moved(store.get(step).caseId());
    }

    private void moved(CaseId caseId) {
        events.publishEvent(new PrivacyJobMoved(caseId));
    }
}
