package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Outcome.Cost;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.Settings;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.transport.Wire;

/** Several jobs of two workers with room for one of them at a time: every job needs more than half of it. */
@Timeout(180)
class SharedMemoryTest {

    @TempDir
    Path root;

    private final List<Worker> open = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Parties parties;

    @BeforeEach
    void meet() {
        parties = new Parties(root);
        Parties.companies(parties.bank(), 0, 300);
        Parties.companies(parties.supplier(), 100, 300);
        give(20);
    }

    @AfterEach
    void part() {
        open.forEach(Worker::close);
        threads.shutdownNow();
    }

    /** Half of them are called by the bank and half by the supplier, so that each could hold what the other waits for. */
    @Test
    void letsJobsThatNeedMoreThanHalfEachPassOneAfterTheOther() {
        Worker bank = opened(parties.bank());
        Worker supplier = opened(parties.supplier());
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            UUID job = UUID.randomUUID();
            boolean turned = i % 2 == 1;
            outcomes.add(asFromAnEngine(bank, task(job, parties.bank(), supplier.address(), turned)));
            outcomes.add(asFromAnEngine(supplier, task(job, parties.supplier(), bank.address(), turned)));
        }

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.join())
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.results()).containsEntry("matched", 200L)));
    }

    /** The first one's line goes silent in the middle of its run, so that it holds the room until it gives its peer up. */
    @Test
    void waitsInLineForAJobThatComputesAndSaysSo() throws Exception {
        Worker bank = opened(parties.bank());
        Worker supplier = opened(parties.supplier());
        try (Wire wire = new Wire(supplier.address())) {
            Silenced first = new Silenced(wire);
            UUID stuck = UUID.randomUUID();
            var banksFirst = begin(bank, task(stuck, parties.bank(), wire.address(), false), first);
            var suppliersFirst =
                    begin(supplier, task(stuck, parties.supplier(), bank.address(), false), new Parties.Heard());
            first.computes().await();

            Parties.Heard second = new Parties.Heard();
            UUID waiting = UUID.randomUUID();
            var banksSecond = asFromAnEngine(bank, task(waiting, parties.bank(), supplier.address(), false), second);
            var suppliersSecond = asFromAnEngine(supplier, task(waiting, parties.supplier(), bank.address(), false));

            await().until(() -> codes(second).contains(NoticeCode.MEMORY_TAKEN));
            assertThat(second.waits.get(0).both()).contains("17 MiB", "20 MiB");
            assertThat(Notice.of(NoticeCode.MEMORY_TAKEN, 1, 2, 3).chinese()).contains("排队");
            for (Outcome outcome : List.of(banksSecond.join(), suppliersSecond.join())) {
                assertThat(outcome).isInstanceOf(Outcome.Done.class);
            }
            for (Outcome outcome : List.of(banksFirst.join(), suppliersFirst.join())) {
                assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.cost())
                        .isEqualTo(Cost.NOTHING));
            }
        }
    }

    @Test
    void refusesAJobThatNeedsMoreThanThereIsAndTellsThePeer() {
        give(10);
        Worker bank = opened(parties.bank());
        give(0);
        Worker supplier = opened(parties.supplier());
        UUID job = UUID.randomUUID();
        var suppliers = begin(supplier, task(job, parties.supplier(), bank.address(), false), new Parties.Heard());

        Outcome banks = Parties.run(bank, task(job, parties.bank(), supplier.address(), false));

        assertThat(banks).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.notice().code()).isEqualTo(NoticeCode.JOB_TOO_LARGE);
            assertThat(refused.notice().english()).contains(" MiB of memory", "together 10 MiB");
        });
        assertThat(suppliers.join()).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(
                        refused.notice().code())
                .isEqualTo(NoticeCode.PEER_REFUSED));
    }

    @Test
    void saysAtTheDeadlineThatItWasRoomThatWasMissing() throws Exception {
        Worker bank = opened(parties.bank());
        Worker supplier = opened(parties.supplier());
        try (Wire wire = new Wire(supplier.address())) {
            Silenced first = new Silenced(wire);
            UUID stuck = UUID.randomUUID();
            var banksFirst = begin(bank, task(stuck, parties.bank(), wire.address(), false), first);
            var suppliersFirst =
                    begin(supplier, task(stuck, parties.supplier(), bank.address(), false), new Parties.Heard());
            first.computes().await();
            Map<String, Object> late = task(UUID.randomUUID(), parties.bank(), supplier.address(), false);
            Parties.put(late, MatchTestTopic.DEADLINE, new Date());

            assertThat(Parties.run(bank, late)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.notice().code()).isEqualTo(NoticeCode.NO_ROOM_IN_TIME);
                assertThat(failed.notice().english()).contains("had no room", "waits in line");
                assertThat(failed.cost()).isEqualTo(Cost.ALL);
            });
            assertThat(List.of(banksFirst.join(), suppliersFirst.join())).hasSize(2);
        }
    }

    @Test
    void opensFoldersOfReleasesThatKnewNoLimit() throws IOException {
        Path file = parties.bank().settings();
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^jobs.memory=.*\\R", ""));

        assertThat(Settings.read(parties.bank()).memory()).isZero();
    }

    private CompletableFuture<Outcome> asFromAnEngine(Worker worker, Map<String, Object> task) {
        return asFromAnEngine(worker, task, new Parties.Heard());
    }

    /** What comes back for a pause is given out again. */
    private CompletableFuture<Outcome> asFromAnEngine(Worker worker, Map<String, Object> task, Progress heard) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Outcome outcome = Parties.run(worker, task, heard);
                    for (int i = 0; i < 10 && outcome instanceof Outcome.Failed; i++) {
                        outcome = Parties.run(worker, task, heard);
                    }
                    return outcome;
                },
                threads);
    }

    private static List<NoticeCode> codes(Parties.Heard heard) {
        return heard.waits.stream().map(Notice::code).toList();
    }

    private void give(int mebibytes) {
        Parties.configure(parties.bank(), "jobs.memory", mebibytes);
        Parties.configure(parties.supplier(), "jobs.memory", mebibytes);
    }

    private Worker opened(WorkerFolder folder) {
        Worker worker = Parties.open(folder);
        open.add(worker);
        return worker;
    }

    private CompletableFuture<Outcome> begin(Worker worker, Map<String, Object> task, Progress heard) {
        return CompletableFuture.supplyAsync(() -> Parties.run(worker, task, heard), threads);
    }

    /** @param turned whether the supplier learns, and so calls */
    private Map<String, Object> task(UUID job, WorkerFolder own, Address peer, boolean turned) {
        Map<String, Object> task = parties.task(job, own, peer);
        boolean learns = own.equals(parties.bank()) != turned;
        Parties.put(task, MatchTestTopic.ROLE, learns ? MatchTestTopic.LEARNER : MatchTestTopic.RESPONDER);
        return task;
    }
}
