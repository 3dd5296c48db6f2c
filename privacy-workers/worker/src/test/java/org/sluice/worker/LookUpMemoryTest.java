package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sluice.process.privacy.CryptoSuite;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.protocol.group.BatchedGroup.Step;
import org.sluice.worker.SigningEngine.Wanted;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.party.Address;
import org.sluice.worker.transport.Wire;

/** Look-ups share memory with other jobs: the large set where it is masked, and its masks where they are kept. */
@Timeout(180)
class LookUpMemoryTest extends TwoWorkers {

    /** Masks of these are 6 MiB at the bank, and making them takes 28 at the supplier. */
    private static final int SUPPLIERS = 80_000;

    private final Parties.Heard heard = new Parties.Heard();

    @BeforeEach
    void makeSets() {
        Parties.companies(parties.bank(), 0, 40);
        Parties.companies(parties.supplier(), 10, SUPPLIERS);
        // for which a job that has gone silent keeps its room
        Parties.configure(parties.bank(), "line.silence", 15);
        Parties.configure(parties.supplier(), "line.silence", 15);
    }

    /** The other job has 17 MiB of the bank's 36, and the look-up asks for 17 before it hears how large the list is. */
    @Test
    void waitForTheMasksThatTheListBringsWhereAnotherJobComputes() throws Exception {
        Parties.configure(parties.bank(), "jobs.memory", 36);
        openBoth();
        assertThat(begin(1, lookUp(PrivacyStep.PREFLIGHT), NOBODY, heard).join())
                .isInstanceOf(Outcome.Done.class);
        try (Wire wire = new Wire(open.get(1).address())) {
            List<CompletableFuture<Outcome>> stuck = stuck(wire);
            Wanted lookUp = lookUp(PrivacyStep.RUN);
            var suppliers = begin(1, lookUp, open.get(0).address(), new Parties.Heard());
            var banks = begin(0, lookUp, open.get(1).address(), heard);

            await().atMost(Duration.ofSeconds(15)).until(() -> codes().contains(NoticeCode.MEMORY_TAKEN));
            assertThat(notice(NoticeCode.MEMORY_TAKEN)).contains("23 MiB", "36 MiB");
            assertThat(results(banks.join())).containsEntry("matched", (long) parties.join());
            assertThat(results(suppliers.join())).containsEntry("peerSize", 40L);
            assertThat(stuck).allSatisfy(each -> assertThat(each.join()).isInstanceOf(Outcome.Failed.class));
        }
    }

    @Test
    void waitForRoomBeforeTheMasksAreMade() throws Exception {
        Parties.configure(parties.supplier(), "jobs.memory", 50);
        openBoth();
        try (Wire wire = new Wire(open.get(1).address())) {
            List<CompletableFuture<Outcome>> stuck = stuck(wire);
            Wanted look = lookUp(PrivacyStep.PREFLIGHT);
            var suppliers = begin(1, look, NOBODY, heard);

            await().atMost(Duration.ofSeconds(15)).until(() -> codes().contains(NoticeCode.MEMORY_TAKEN));
            assertThat(heard.steps).isEmpty();
            assertThat(suppliers.join()).isInstanceOf(Outcome.Done.class);
            assertThat(stuck).allSatisfy(each -> assertThat(each.join()).isInstanceOf(Outcome.Failed.class));
        }
    }

    /** Making them takes 28 MiB; once they stand, they are beside all jobs, and the run takes 18. */
    @Test
    void runInTheRoomInWhichTheirMasksWereMade() {
        Parties.configure(parties.supplier(), "jobs.memory", 30);
        openBoth();
        assertThat(begin(1, lookUp(PrivacyStep.PREFLIGHT), NOBODY, heard).join())
                .isInstanceOf(Outcome.Done.class);

        assertThat(both(lookUp(PrivacyStep.RUN)))
                .allSatisfy(each -> assertThat(each).isInstanceOf(Outcome.Done.class));
        part();
        assertThat(both(lookUp(PrivacyStep.RUN)))
                .allSatisfy(each -> assertThat(each).isInstanceOf(Outcome.Done.class));
        assertThat(heard.waits).isEmpty();
    }

    @Test
    void tellHowManyMasksAreMadeAndHowManyItemsAreLookedUp() throws IOException {
        openBoth();
        assertThat(begin(1, lookUp(PrivacyStep.PREFLIGHT), NOBODY, heard).join())
                .isInstanceOf(Outcome.Done.class);
        assertThat(heard.steps).hasSize((SUPPLIERS >> 14) + 1).containsOnly(Step.OWN);

        Wanted run = lookUp(PrivacyStep.RUN);
        Parties.Heard banks = new Parties.Heard();
        Parties.Heard suppliers = new Parties.Heard();
        var answered = begin(1, run, open.get(0).address(), suppliers);
        assertThat(begin(0, run, open.get(1).address(), banks).join()).isInstanceOf(Outcome.Done.class);
        assertThat(answered.join()).isInstanceOf(Outcome.Done.class);
        assertThat(banks.steps).containsExactly(Step.OWN);
        assertThat(suppliers.steps).containsExactly(Step.PEERS);
    }

    /** A job of the bank and the supplier that holds its room until both give up the line, which goes silent. */
    private List<CompletableFuture<Outcome>> stuck(Wire wire) throws InterruptedException {
        Wanted job = Wanted.of(UUID.randomUUID(), parties, PrivacyStep.RUN, PrivacyOutput.NUMBER_ONLY);
        Silenced silenced = new Silenced(wire);
        var suppliers =
                CompletableFuture.supplyAsync(() -> run(1, job, open.get(0).address(), new Parties.Heard()));
        var banks = CompletableFuture.supplyAsync(() -> run(0, job, wire.address(), silenced));
        silenced.computes().await();
        return List.of(banks, suppliers);
    }

    /** What comes back for a pause is given out again. */
    private CompletableFuture<Outcome> begin(int index, Wanted wanted, Address peer, Progress progress) {
        return CompletableFuture.supplyAsync(() -> {
            Outcome outcome = run(index, wanted, peer, progress);
            for (int i = 0; i < 10 && outcome instanceof Outcome.Failed; i++) {
                outcome = run(index, wanted, peer, progress);
            }
            return outcome;
        });
    }

    private Outcome run(int index, Wanted wanted, Address peer, Progress progress) {
        Map<String, Object> task = engine.task(wanted, index == 0 ? Parties.BANK : Parties.SUPPLIER, peer);
        return run(open.get(index), PrivacyOrderTopic.NAME, task, progress);
    }

    private List<NoticeCode> codes() {
        return heard.waits.stream().map(Notice::code).toList();
    }

    private String notice(NoticeCode code) {
        return heard.waits.stream()
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow()
                .english();
    }

    private Wanted lookUp(PrivacyStep what) {
        return Wanted.of(UUID.randomUUID(), parties, what, PrivacyOutput.BANK_LEARNS)
                .by(PrivacyMethod.UNBALANCED, CryptoSuite.CURVE25519_SHA256);
    }
}
