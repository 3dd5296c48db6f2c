package org.sluice.privacy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sluice.privacy.RangeStore.Range;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.PartyState;
import org.sluice.process.privacy.PrivacyRangeTopic;
import org.sluice.shared.Auditable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens at one party with a range of an ordered run, as the engine hears it from the worker that has it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class RangeParties implements PartyWork {

    private final RangeStore store;
    private final OrderStore orderStore;
    private final PrivacyJobStore jobs;
    private final Orders orders;
    private final ApplicationEventPublisher events;

    RangeParties(
            RangeStore store,
            OrderStore orderStore,
            PrivacyJobStore jobs,
            Orders orders,
            ApplicationEventPublisher events) {
        this.store = store;
        this.orderStore = orderStore;
        this.jobs = jobs;
        this.orders = orders;
        this.events = events;
    }

    @Override
    public List<Renewal> offer(Offer offer) {
        if (offer.topic().equals(PrivacyRangeTopic.NAME)) {
            store.externalTask(offer.processInstance(), Objects.requireNonNull(offer.range()), offer.externalTask());
        }
        return List.of();
    }

    @Override
    public Optional<Task> find(String externalTask) {
        return store.ofExternalTask(externalTask).map(range -> new Task(range.party(), range.state()));
    }

    @Override
    public void progress(String externalTask, Report report) {
        store.ofExternalTask(externalTask).ifPresent(range -> {
            store.progress(range, report);
            moved(range);
        });
    }

    @Override
    public void putBack(String externalTask, LocalText words) {
        open(externalTask).ifPresent(range -> {
            store.state(range, PartyState.WAITING, words);
            moved(range);
        });
    }

    @Override
    public void giveUp(String externalTask) {
        open(externalTask).filter(range -> range.state() != PartyState.FAILED).ifPresent(range -> {
            store.state(range, PartyState.FAILED, range.says());
            var order = orderStore.get(range.step());
            var job = jobs.get(order.caseId());
            var side = range.party().equals(job.bank().party()) ? job.bank() : job.partner();
            events.publishEvent(Auditable.of("privacyJob.partyFailed", job.caseId(), null, job.subject())
                    .with("privacyStep", order.what())
                    .with("party", side.name())
                    .with("reason", range.says()));
            moved(range);
        });
    }

    /** As with an order: with a new deadline, and with the present addresses of the peer's workers. */
    @Override
    public List<Renewal> retry(String externalTask) {
        var found = store.ofExternalTask(externalTask).filter(range -> range.state() == PartyState.FAILED);
        if (found.isEmpty()) {
            return List.of();
        }
        orderStore.deadline(found.get().step(), orders.nextDeadline());
        store.state(found.get(), PartyState.WAITING, null);
        moved(found.get());
        return orders.renewals(found.get().step());
    }

    @Override
    public List<Renewal> reached(String party) {
        return orderStore.runsInRanges(party).stream()
                .flatMap(step -> orders.renewals(step).stream())
                .toList();
    }

    @Override
    public void handedIn(String externalTask) {
        open(externalTask).ifPresent(range -> {
            store.state(range, PartyState.DONE, null);
            moved(range);
        });
    }

    private Optional<Range> open(String externalTask) {
        return store.ofExternalTask(externalTask).filter(range -> !range.state().isEnd());
    }

    private void moved(Range range) {
        events.publishEvent(new PrivacyJobMoved(orderStore.get(range.step()).caseId()));
    }
}
