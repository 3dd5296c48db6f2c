package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.process.privacy.CryptoSuite;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.process.privacy.PrivacyRangeTopic;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.worker.SigningEngine.Wanted;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Outcomes;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.Settings;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.receipt.Comparison;

/** Ranges of one run, at one or several workers of each party; what they come to is what the run comes to without them. */
@Timeout(120)
class PrivacyRangesTest extends TwoWorkers {

    private final UUID job = UUID.randomUUID();
    private Worker bank;
    private Worker supplier;

    @BeforeEach
    void meet() {
        Parties.companies(parties.bank(), 0, 900);
        Parties.companies(parties.supplier(), 300, 1_500);
        Parties.configure(parties.bank(), "jobs.bucket", 256);
        Parties.configure(parties.supplier(), "jobs.bucket", 256);
        bank = opened(parties.bank());
        supplier = opened(parties.supplier());
    }

    /** Six buckets: as many ranges, fewer, one, and more than there are buckets. */
    @ParameterizedTest
    @CsvSource({
        "BANK_LEARNS, ECDH, CURVE25519_SHA256, 6",
        "BOTH_LEARN, ECDH, SM2_SM3, 4",
        "BOTH_LEARN, KKRT16, P256_SHA256, 1",
        "BANK_LEARNS, RR22_MALICIOUS, P256_SHA256, 2",
        "BANK_LEARNS, ECDH, CURVE25519_SHA256, 9"
    })
    void comeToWhatTheRunComesTo(PrivacyOutput output, PrivacyMethod method, CryptoSuite suite, int ranges)
            throws IOException {
        Wanted wanted = wanted(output).by(method, suite);

        for (int range = ranges - 1; range >= 0; range--) {
            both(bank, supplier, wanted, range, ranges).forEach(PrivacyRangesTest::requireOver);
        }
        List<Map<String, Object>> results = run(wanted, ranges);

        assertThat(results.get(0))
                .containsEntry("ownSize", 900L)
                .containsEntry("peerSize", 1_500L)
                .containsEntry("matched", 600L)
                .containsEntry("runs", ranges + 1L);
        double inRanges = IntStream.range(0, ranges)
                .mapToDouble(range -> secondsOf(parties.bank(), id(wanted, range, ranges)))
                .sum();
        assertThat((double) results.get(0).get("seconds"))
                .isGreaterThan(inRanges)
                .isLessThan(inRanges + 30);
        assertThat(results.get(1).get("matched")).isEqualTo(output == PrivacyOutput.BANK_LEARNS ? null : 600L);
        assertThat(results.get(0).get("transcriptHash"))
                .isEqualTo(results.get(1).get("transcriptHash"));
        assertThat(Comparison.of(receipt(results.get(0)), receipt(results.get(1)))
                        .differences())
                .isEmpty();
        assertThat(bucketFolders(parties.bank())).isEmpty();
        assertThat(bucketFolders(parties.supplier())).isEmpty();
    }

    /** All at once, at two workers of the learner and three of the responder, of whom none has the range that is asked for first. */
    @Test
    void beSharedByWorkersThatLookForEachOther() throws IOException {
        Wanted wanted = wanted(PrivacyOutput.BOTH_LEARN);
        Worker banksOther = opened(further(parties.bank()));
        Worker suppliersOther = opened(further(parties.supplier()));
        Worker suppliersThird = opened(further(parties.supplier()));
        Address[] banks = addresses(NOBODY, bank.address(), banksOther.address());
        Address[] suppliers = addresses(supplier.address(), suppliersOther.address(), NOBODY, suppliersThird.address());
        List<Worker> learners = List.of(bank, banksOther, banksOther);
        List<Worker> responders = List.of(suppliersThird, suppliersOther, supplier);

        List<CompletableFuture<Outcome>> all = new ArrayList<>();
        for (int range = 0; range < 3; range++) {
            int each = range;
            all.add(CompletableFuture.supplyAsync(
                    () -> take(learners.get(each), engine.range(wanted, Parties.BANK, each, 3, suppliers))));
            all.add(CompletableFuture.supplyAsync(
                    () -> take(responders.get(each), engine.range(wanted, Parties.SUPPLIER, each, 3, banks))));
        }
        all.forEach(each -> requireOver(each.join()));

        assertThat(run(wanted, 3).get(1)).containsEntry("matched", 600L);
    }

    @Test
    void takeNothingButRanges() {
        assertThat(further(parties.bank()).jobs())
                .extracting(each -> each.topic())
                .containsExactly(PrivacyRangeTopic.NAME);
    }

    /** What is done is not done again, and a doubled task is answered from what was kept. */
    @Test
    void runOnce() throws IOException {
        Wanted wanted = wanted(PrivacyOutput.BANK_LEARNS);
        both(bank, supplier, wanted, 0, 2).forEach(PrivacyRangesTest::requireOver);
        List<String> before = results(parties.bank());

        // nobody is there to meet
        requireOver(take(bank, engine.range(wanted, Parties.BANK, 0, 2, NOBODY)));
        run(wanted, 2);

        assertThat(before).filteredOn(name -> name.endsWith(".result")).hasSize(3);
        Path runs = parties.bank().jobs().resolve(id(wanted, 0, 2) + ".runs");
        assertThat(Files.readString(runs)).isEqualTo("1");
    }

    /** A learner that was killed after it had kept the range's end tells it to whoever comes for it. */
    @Test
    void getTheEndToldThatThePeerHasKept() throws IOException {
        Wanted wanted = wanted(PrivacyOutput.BANK_LEARNS);
        both(bank, supplier, wanted, 1, 2).forEach(PrivacyRangesTest::requireOver);
        Files.delete(parties.supplier().jobs().resolve(id(wanted, 1, 2) + ".json"));

        requireOver(take(supplier, engine.range(wanted, Parties.SUPPLIER, 1, 2, bank.address())));
        assertThat(run(wanted, 2).get(0)).containsEntry("matched", 600L);
    }

    @Test
    void tellThePeerOfARefusal() {
        Wanted wanted = wanted(PrivacyOutput.BANK_LEARNS).between(0, 1_000);

        List<Outcome> outcomes = both(bank, supplier, wanted, 0, 2);

        assertThat(code(outcomes.get(1))).isEqualTo(NoticeCode.SET_TOO_LARGE);
        assertThat(code(outcomes.get(0))).isEqualTo(NoticeCode.PEER_REFUSED);
    }

    static Stream<Arguments> wrongTasks() {
        return Stream.of(
                Arguments.of(NoticeCode.INPUT_MISSING, change(task -> task.remove(PrivacyRangeTopic.RANGE.name()))),
                Arguments.of(NoticeCode.INPUT_WRONG, change(task -> task.put(PrivacyRangeTopic.RANGE.name(), 2L))),
                Arguments.of(NoticeCode.INPUT_WRONG, change(task -> task.put(PrivacyRangeTopic.RANGE.name(), -1L))),
                Arguments.of(
                        NoticeCode.INPUT_WRONG, change(task -> task.put(PrivacyOrderTopic.RANGES.name(), 1_000_000L))),
                Arguments.of(
                        NoticeCode.INPUT_WRONG, change(task -> task.put(PrivacyRangeTopic.PEER_ADDRESSES.name(), ","))),
                Arguments.of(
                        NoticeCode.ORDER_NOT_SIGNED, change(task -> task.remove(PrivacyOrderTopic.SIGNATURE.name()))),
                Arguments.of(
                        NoticeCode.WRONG_PARTY,
                        change(task -> task.put(PrivacyOrderTopic.PARTY.name(), Parties.SUPPLIER))));
    }

    private static Consumer<Map<String, Object>> change(Consumer<Map<String, Object>> change) {
        return change;
    }

    @ParameterizedTest
    @MethodSource("wrongTasks")
    void refuseWhatIsNoRangeOfAnOrderAndKeepNothingOfIt(NoticeCode code, Consumer<Map<String, Object>> change)
            throws IOException {
        Map<String, Object> task = engine.range(wanted(PrivacyOutput.BANK_LEARNS), Parties.BANK, 0, 2, NOBODY);
        change.accept(task);

        assertThat(code(take(bank, task))).isEqualTo(code);

        try (Stream<Path> kept = Files.list(parties.bank().jobs())) {
            assertThat(kept).isEmpty();
        }
    }

    /** A number bucket by bucket would say more than the number; a purge has no ranges. */
    @Test
    void beOfNothingButARunOverRows() {
        assertThat(code(take(
                        bank, engine.range(wanted(PrivacyOutput.NUMBER_ONLY), Parties.BANK, 0, 2, supplier.address()))))
                .isEqualTo(NoticeCode.ORDER_DIFFERS);
        Wanted purge = Wanted.of(job, parties, PrivacyStep.PURGE, PrivacyOutput.BANK_LEARNS);
        assertThat(code(take(bank, engine.range(purge, Parties.BANK, 0, 2, supplier.address()))))
                .isEqualTo(NoticeCode.ORDER_DIFFERS);
    }

    @Test
    void beginNothingOfAnOrderThatHasExpired() {
        Wanted wanted = wanted(PrivacyOutput.BANK_LEARNS).until(Instant.now().minusSeconds(60));

        assertThat(code(take(bank, engine.range(wanted, Parties.BANK, 0, 2, supplier.address()))))
                .isEqualTo(NoticeCode.ORDER_EXPIRED);
    }

    /** Whatever the engine believes of locks that have expired: two at one range would write into each other's files. */
    @Test
    void beInTheHandsOfOneWorkerAtATime() throws IOException {
        Wanted wanted = wanted(PrivacyOutput.BANK_LEARNS);
        Worker other = opened(further(parties.bank()));
        CompletableFuture<Outcome> first = CompletableFuture.supplyAsync(
                () -> take(bank, engine.range(wanted, Parties.BANK, 0, 2, supplier.address())));
        await().until(() -> Files.exists(parties.bank().jobs().resolve(id(wanted, 0, 2) + ".lock")));

        Outcome second = take(other, engine.range(wanted, Parties.BANK, 0, 2, supplier.address()));
        assertThat(second).isInstanceOf(Outcome.Failed.class);
        assertThat(((Outcome.Failed) second).notice().code()).isEqualTo(NoticeCode.JOB_IN_HAND);
        assertThat(((Outcome.Failed) second).cost()).isEqualTo(Outcome.Cost.NOTHING);

        requireOver(take(supplier, engine.range(wanted, Parties.SUPPLIER, 0, 2, bank.address())));
        requireOver(first.join());
        requireOver(take(other, engine.range(wanted, Parties.BANK, 0, 2, supplier.address())));
    }

    /** Each is a query to the peer: in ranges a job is begun no more often than in one piece, and leaves no earlier step's buckets. */
    @Test
    void beBegunNoMoreOftenThanAJobMay() throws IOException {
        part();
        Parties.configure(parties.supplier(), "job.runs", 2);
        bank = opened(parties.bank());
        supplier = opened(parties.supplier());

        for (int step = 0; step < 2; step++) {
            Wanted again = wanted(PrivacyOutput.BANK_LEARNS);
            // together they are one begin of the job, however many come first
            IntStream.range(0, 4)
                    .mapToObj(range -> CompletableFuture.supplyAsync(
                            () -> both(bank, supplier, again, range, 4), each -> new Thread(each).start()))
                    .toList()
                    .forEach(all -> all.join().forEach(PrivacyRangesTest::requireOver));
            assertThat(bucketFolders(parties.supplier()))
                    .singleElement()
                    .asString()
                    .contains(again.step().toString());
        }
        Outcome third =
                both(bank, supplier, wanted(PrivacyOutput.BANK_LEARNS), 0, 2).get(1);

        assertThat(((Outcome.Failed) third).notice().code()).isEqualTo(NoticeCode.BROKE_OFF_TOO_OFTEN);
        assertThat(((Outcome.Failed) third).cost()).isEqualTo(Outcome.Cost.ALL);
    }

    /** Both sides cut alike, or nothing is computed. */
    @Test
    void meetNobodyWhoCutsOtherwise() {
        Wanted wanted = wanted(PrivacyOutput.BANK_LEARNS);
        CompletableFuture<Outcome> responds = CompletableFuture.supplyAsync(
                () -> take(supplier, engine.range(wanted, Parties.SUPPLIER, 0, 3, bank.address())));

        assertThat(take(bank, engine.range(wanted, Parties.BANK, 0, 2, supplier.address())))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(responds.join()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void leaveNothingBehindAPurge() throws IOException {
        Wanted wanted = wanted(PrivacyOutput.BANK_LEARNS);
        both(bank, supplier, wanted, 0, 2).forEach(PrivacyRangesTest::requireOver);
        assertThat(bucketFolders(parties.bank())).hasSize(1);

        Wanted purge = Wanted.of(job, parties, PrivacyStep.PURGE, PrivacyOutput.BANK_LEARNS);
        assertThat(orders(bank, engine.task(purge, Parties.BANK, supplier.address())))
                .isInstanceOf(Outcome.Done.class);

        assertThat(bucketFolders(parties.bank())).isEmpty();
        assertThat(code(take(bank, engine.range(wanted, Parties.BANK, 1, 2, supplier.address()))))
                .isEqualTo(NoticeCode.JOB_PURGED);
    }

    private static double secondsOf(WorkerFolder folder, UUID id) {
        return Objects.requireNonNull(new Outcomes(folder).of(id).orElseThrow().agreement())
                .seconds();
    }

    private static Address[] addresses(Address... all) {
        return all;
    }

    private Wanted wanted(PrivacyOutput output) {
        return Wanted.of(job, parties, PrivacyStep.RUN, output);
    }

    private static UUID id(Wanted wanted, int range, int ranges) {
        return PrivacyRangeTopic.id(wanted.step(), range, ranges);
    }

    private static Worker further(WorkerFolder folder) {
        return Worker.openFurther(folder, Settings.read(folder), Clock.systemUTC(), new SecureRandom());
    }

    /** One range at one worker of each party. */
    private List<Outcome> both(Worker learner, Worker responder, Wanted wanted, int range, int ranges) {
        CompletableFuture<Outcome> responds = CompletableFuture.supplyAsync(
                () -> take(responder, engine.range(wanted, Parties.SUPPLIER, range, ranges, learner.address())));
        Outcome learned = take(learner, engine.range(wanted, Parties.BANK, range, ranges, responder.address()));
        return List.of(learned, responds.join());
    }

    /** The step that takes up what the ranges have come to. */
    private List<Map<String, Object>> run(Wanted wanted, int ranges) {
        Map<String, Object> suppliers = engine.task(wanted, Parties.SUPPLIER, bank.address());
        Map<String, Object> banks = engine.task(wanted, Parties.BANK, supplier.address());
        for (Map<String, Object> each : List.of(suppliers, banks)) {
            Parties.put(each, PrivacyOrderTopic.RANGES, (long) ranges);
        }
        CompletableFuture<Outcome> responds = CompletableFuture.supplyAsync(() -> orders(supplier, suppliers));
        return Stream.of(orders(bank, banks), responds.join())
                .map(outcome -> ((Outcome.Done) outcome).results())
                .toList();
    }

    private static Outcome take(Worker worker, Map<String, Object> task) {
        return run(worker, PrivacyRangeTopic.NAME, task);
    }

    private static void requireOver(Outcome outcome) {
        assertThat(outcome).isEqualTo(new Outcome.Done(Map.of()));
    }

    private List<Path> bucketFolders(WorkerFolder folder) throws IOException {
        try (Stream<Path> kept = Files.list(folder.results().resolve(job.toString()))) {
            return kept.filter(Files::isDirectory).toList();
        }
    }

    private List<String> results(WorkerFolder folder) throws IOException {
        try (Stream<Path> kept = Files.walk(folder.results())) {
            return kept.map(each -> each.getFileName().toString()).toList();
        }
    }
}
