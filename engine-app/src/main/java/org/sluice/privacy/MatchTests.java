package org.sluice.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluice.privacy.MatchTestStore.Part;
import org.sluice.privacy.MatchTestStore.Terms;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.Problems;
import org.sluice.process.privacy.MatchTestState;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.process.privacy.PartyState;
import org.sluice.shared.Auditable;
import org.sluice.shared.Numbers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders match tests between the bank and a supplier, and tells what came of them. The bank learns, the supplier
 * answers; both know the sizes and the number of matches at the end, and nobody gets a list.
 */
@Service
public class MatchTests {

    /** Curve25519: the faster of the two at the same strength; both sides are told. */
    private static final String CURVE = "curve25519";

    /** How long a worker waits for its peer in this house, where a drill asks for less than the parameter's hours. */
    private static final String PATIENCE = "sluice.privacy.patience";

    private final MatchTestStore store;
    private final WorkerParties parties;
    private final Numbers inForce;
    private final Optional<Duration> drill;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MatchTests(
            MatchTestStore store,
            WorkerParties parties,
            Numbers inForce,
            Environment environment,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.parties = parties;
        this.inForce = inForce;
        this.drill = Optional.ofNullable(environment.getProperty(PATIENCE, Duration.class));
        this.clock = clock;
        this.events = events;
    }

    /** The party of a supplier that has an enabled worker. */
    @Transactional(readOnly = true)
    public Optional<String> partyOf(UUID supplier) {
        return parties.ofSupplier(supplier);
    }

    /** The bank as a party, if it has an enabled worker. */
    @Transactional(readOnly = true)
    public Optional<String> bankParty() {
        return parties.ofBank();
    }

    /** What the party's worker says it holds, by name. */
    @Transactional(readOnly = true)
    public List<DataSetChoice> dataSets(String party) {
        return parties.dataSets(party);
    }

    /**
     * Orders a match test; {@code privacy-job-party} is then to be called for the bank's and the supplier's party. The
     * same attempt of the same case is ordered once, and answered with the same job.
     *
     * @param attempt which of the case's tests this is, e.g. element and turn
     * @throws Conflict when the bank has no enabled worker
     * @throws org.sluice.process.Invalid when a worker does not hold its data set (any more): {@code bankDataSet},
     *     {@code supplierDataSet}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID order(CaseId caseId, String attempt, String supplierParty, String bankDataSet, String supplierDataSet) {
        var before = store.job(caseId, attempt);
        if (before.isPresent()) {
            return before.get();
        }
        var bank = parties.ofBank().orElseThrow(() -> new Conflict("noBankWorker"));
        new Problems()
                .when(!holds(bank, bankDataSet), "bankDataSet", "dataSetGone", bankDataSet)
                .when(!holds(supplierParty, supplierDataSet), "supplierDataSet", "dataSetGone", supplierDataSet)
                .orThrow();
        var job = UUID.randomUUID();
        if (!store.insert(job, caseId, attempt, terms())) {
            return store.job(caseId, attempt).orElseThrow();
        }
        store.insertPart(job, bank, MatchTestTopic.LEARNER, bankDataSet);
        store.insertPart(job, supplierParty, MatchTestTopic.RESPONDER, supplierDataSet);
        events.publishEvent(Auditable.of("matchTest.ordered", caseId, null, "matchTest " + job)
                .with("party", store.part(job, supplierParty).partyName())
                .with("bankDataSet", nameOf(bankDataSet))
                .with("supplierDataSet", nameOf(supplierDataSet)));
        events.publishEvent(new MatchTestMoved(caseId));
        return job;
    }

    private boolean holds(String party, String handle) {
        return parties.dataSets(party).stream().anyMatch(set -> set.handle().equals(handle));
    }

    private static String nameOf(String handle) {
        return handle.replaceFirst("@.*", "");
    }

    private Terms terms() {
        return new Terms(
                CURVE,
                inForce.whole("privacy.matchTest.leastSet"),
                inForce.whole("privacy.matchTest.greatestSet"),
                nextDeadline());
    }

    Instant nextDeadline() {
        return clock.instant()
                .plus(drill.orElseGet(() -> Duration.ofHours(inForce.whole("privacy.matchTest.deadlineHours"))));
    }

    /** @throws org.sluice.process.NotFound when there is no such job */
    @Transactional(readOnly = true)
    public Result result(UUID job) {
        var test = store.get(job);
        var parts = store.parts(job);
        return new Result(
                job,
                test.state(),
                side(parts.get(0)),
                side(parts.get(1)),
                test.state() == MatchTestState.DONE,
                test.disagreement() == null ? null : test.disagreement().words());
    }

    private static Result.Side side(Part part) {
        return new Result.Side(part.party(), part.dataSet(), part.state(), part.says(), part.refusal(), part.figures());
    }

    /** Ends what is still open of a case that was taken back; the engine's part ends with its process. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(CaseId caseId) {
        for (var test : store.of(caseId)) {
            if (!store.locked(test.job()).state().isEnd()) {
                store.state(test.job(), MatchTestState.CANCELLED, null);
                store.parts(test.job()).stream()
                        .filter(part -> !part.state().isEnd())
                        .forEach(part -> store.partState(test.job(), part.party(), PartyState.CANCELLED, null, null));
                events.publishEvent(Auditable.of("matchTest.cancelled", caseId, null, "matchTest " + test.job()));
            }
        }
        events.publishEvent(new MatchTestMoved(caseId));
    }
}
