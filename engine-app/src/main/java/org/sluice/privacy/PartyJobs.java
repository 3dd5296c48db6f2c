package org.sluice.privacy;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.privacy.MatchTestStore.Part;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.MatchTestState;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.process.privacy.PartyState;
import org.sluice.shared.Auditable;
import org.sluice.shared.Flags;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens in one party's part of a match test, as the engine hears it from that party's worker. Whatever is told
 * again changes nothing.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PartyJobs implements PartyWork {

    private final MatchTestStore store;
    private final MatchTests tests;
    private final WorkerParties parties;
    private final ApplicationEventPublisher events;

    PartyJobs(MatchTestStore store, MatchTests tests, WorkerParties parties, ApplicationEventPublisher events) {
        this.store = store;
        this.tests = tests;
        this.parties = parties;
        this.events = events;
    }

    private String peerOf(MatchTestStore.Part part) {
        return store.parts(part.job()).stream()
                .map(MatchTestStore.Part::party)
                .filter(party -> !party.equals(part.party()))
                .findFirst()
                .orElseThrow();
    }

    /** What the party's worker is told, as variables of its process: handles, names and terms, and nobody's data. */
    public Flags begin(UUID job, String party, String processInstance) {
        var test = store.get(job);
        var own = store.part(job, party);
        var peer = peerOf(own);
        store.processInstance(job, party, processInstance);
        var terms = test.terms();
        return Flags.of(MatchTestTopic.JOB, job)
                .and(MatchTestTopic.PARTY, party)
                .and(MatchTestTopic.PEER_PARTY, peer)
                .and(MatchTestTopic.PEER_ADDRESS, parties.address(peer))
                .and(MatchTestTopic.DATA_SET, own.dataSet())
                .and(MatchTestTopic.ROLE, own.role())
                .and(MatchTestTopic.GROUP, terms.curve())
                .and(MatchTestTopic.LEAST_SET, terms.leastSet())
                .and(MatchTestTopic.GREATEST_SET, terms.greatestSet())
                .and(MatchTestTopic.DEADLINE, Date.from(terms.deadline()));
    }

    @Override
    public List<Renewal> offer(Offer offer) {
        store.externalTask(offer.processInstance(), offer.externalTask());
        return List.of();
    }

    @Override
    public void handedIn(String externalTask) {
        // the process brings the figures
    }

    public void done(UUID job, String party, Figures figures) {
        var test = store.locked(job);
        if (store.part(job, party).state().isEnd()) {
            return;
        }
        store.figures(job, party, figures);
        store.partState(job, party, PartyState.DONE, null, null);
        events.publishEvent(Auditable.of("matchTest.partyDone", test.caseId(), null, "matchTest " + job)
                .with("party", store.part(job, party).partyName())
                .with("ownSize", figures.ownSize())
                .with("matched", figures.matched())
                .with("matchRate", figures.matchRate())
                .with("transcriptHash", figures.transcriptHash()));
        settle(test);
        moved(test);
    }

    /** What the party has signed about its part; kept as it came, for whoever verifies it. */
    public void signed(UUID job, String party, String receipt) {
        store.receipt(job, party, receipt);
    }

    /** @param code as the worker gives it: {@code set-too-small} */
    public void refused(UUID job, String party, String code, LocalText words) {
        var test = store.locked(job);
        if (store.part(job, party).state().isEnd()) {
            return;
        }
        store.partState(job, party, PartyState.REFUSED, words, code);
        events.publishEvent(Auditable.of("matchTest.refused", test.caseId(), null, "matchTest " + job)
                .with("party", store.part(job, party).partyName())
                .with("reason", words));
        settle(test);
        moved(test);
    }

    @Override
    public void putBack(String externalTask, LocalText words) {
        var found = store.ofExternalTask(externalTask);
        if (found.isEmpty()) {
            return;
        }
        var part = found.get();
        var test = store.locked(part.job());
        if (!store.part(part.job(), part.party()).state().isEnd()) {
            store.partState(part.job(), part.party(), PartyState.WAITING, words, null);
            moved(test);
        }
    }

    @Override
    public void giveUp(String externalTask) {
        var found = store.ofExternalTask(externalTask);
        if (found.isEmpty()) {
            return;
        }
        var test = store.locked(found.get().job());
        var part = store.part(test.job(), found.get().party());
        if (part.state().isEnd() || part.state() == PartyState.FAILED) {
            return;
        }
        store.partState(test.job(), part.party(), PartyState.FAILED, part.says(), null);
        events.publishEvent(Auditable.of("matchTest.failed", test.caseId(), null, "matchTest " + test.job())
                .with("party", part.partyName())
                .with("reason", part.says()));
        moved(test);
    }

    /**
     * An operator has a failed part tried again: with a new deadline, or its worker would give up at once. It is the
     * test's deadline, so whatever part of it is still open waits as long; else the peer, once it is back, would not.
     */
    @Override
    public List<Renewal> retry(String externalTask) {
        var found = store.ofExternalTask(externalTask);
        if (found.isEmpty()) {
            return List.of();
        }
        var test = store.locked(found.get().job());
        var part = store.part(found.get().job(), found.get().party());
        if (part.state() != PartyState.FAILED) {
            return List.of();
        }
        var deadline = tests.nextDeadline();
        store.deadline(part.job(), deadline);
        store.partState(part.job(), part.party(), PartyState.WAITING, null, null);
        moved(test);
        return store.parts(part.job()).stream()
                .filter(each -> !each.state().isEnd() && each.processInstance() != null)
                .map(each -> new Renewal(
                        Objects.requireNonNull(each.processInstance()),
                        Flags.of(MatchTestTopic.DEADLINE, Date.from(deadline))
                                .and(MatchTestTopic.PEER_ADDRESS, parties.address(peerOf(each)))))
                .toList();
    }

    @Override
    public List<Renewal> reached(String party) {
        // a match test is its party's one worker's
        return List.of();
    }

    @Override
    public Optional<Task> find(String externalTask) {
        return store.ofExternalTask(externalTask).map(part -> new Task(part.party(), part.state()));
    }

    @Override
    public void progress(String externalTask, Report report) {
        store.ofExternalTask(externalTask).ifPresent(part -> {
            store.progress(part.job(), part.party(), report);
            moved(store.get(part.job()));
        });
    }

    private void moved(MatchTestStore.Test test) {
        events.publishEvent(new MatchTestMoved(test.caseId()));
    }

    private void settle(MatchTestStore.Test test) {
        if (test.state().isEnd()) {
            return;
        }
        var parts = store.parts(test.job());
        if (parts.stream().anyMatch(part -> part.state() == PartyState.REFUSED)) {
            store.state(test.job(), MatchTestState.REFUSED, null);
        } else if (parts.stream().allMatch(part -> part.state() == PartyState.DONE)) {
            compare(test, parts);
        } else {
            store.state(test.job(), MatchTestState.RUNNING, null);
        }
    }

    private void compare(MatchTestStore.Test test, List<Part> parts) {
        var why = Disagreement.between(figures(parts.get(0)), figures(parts.get(1)));
        store.state(test.job(), why.isPresent() ? MatchTestState.FAILED : MatchTestState.DONE, why.orElse(null));
        why.ifPresent(each -> failed(test.caseId(), test.job(), each));
    }

    private void failed(@Nullable CaseId caseId, UUID job, Disagreement why) {
        events.publishEvent(Auditable.of("matchTest.failed", caseId, null, "matchTest " + job)
                .with("reason", why.words()));
    }

    private static Figures figures(Part part) {
        return Objects.requireNonNull(part.figures(), () -> "No figures of " + part.party());
    }
}
