package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.worker.SigningEngine.Wanted;
import org.sluice.worker.data.DataHandle;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Outcome.Cost;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.receipt.Comparison;
import org.sluice.worker.transport.Wire;

/** What an order has a party do, and what it does not. */
@Timeout(120)
class PrivacyOrdersTest extends TwoWorkers {

    private final UUID job = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "BANK_LEARNS, ECDH, CURVE25519_SHA256, 0, 300, 100, 500",
        "BOTH_LEARN, ECDH, CURVE25519_SHA256, 0, 300, 100, 500",
        "NUMBER_ONLY, ECDH, CURVE25519_SHA256, 0, 300, 100, 500",
        "BANK_LEARNS, ECDH, P256_SHA256, 0, 40, 10, 60",
        "BOTH_LEARN, ECDH, SM2_SM3, 0, 40, 10, 60",
        "NUMBER_ONLY, ECDH, SM2_SM3, 0, 40, 10, 60",
        "BOTH_LEARN, ECDH, CURVE25519_SHA256, 0, 5, 10, 0",
        "BANK_LEARNS, ECDH, CURVE25519_SHA256, 0, 0, 0, 0",
        "BANK_LEARNS, KKRT16, P256_SHA256, 0, 40, 10, 60",
        "BOTH_LEARN, KKRT16, P256_SHA256, 0, 40, 10, 60",
        "BANK_LEARNS, RR22_SEMI_HONEST, P256_SHA256, 0, 40, 10, 60",
        "BANK_LEARNS, RR22_MALICIOUS, P256_SHA256, 0, 40, 10, 60",
        "BANK_LEARNS, UNBALANCED, P256_SHA256, 0, 40, 10, 900",
        "BANK_LEARNS, UNBALANCED, CURVE25519_SHA256, 0, 40, 10, 900",
        "BANK_LEARNS, UNBALANCED, P256_SHA256, 0, 5, 10, 0"
    })
    void letEachSideKnowWhatTheOutputAllowsAndNoMore(
            PrivacyOutput output,
            PrivacyMethod method,
            CryptoSuite suite,
            int bankFrom,
            int bankRows,
            int supplierFrom,
            int supplierRows)
            throws IOException {
        companies(bankFrom, bankRows, supplierFrom, supplierRows);
        long common = parties.join();

        Both both = run(wanted(PrivacyStep.RUN, output).by(method, suite));

        assertThat(both.bank())
                .containsEntry("ownSize", (long) bankRows)
                .containsEntry("peerSize", (long) supplierRows)
                .containsEntry("matched", common)
                .containsEntry("runs", 1L);
        assertThat(both.supplier()).containsEntry("ownSize", (long) supplierRows);
        assertThat(both.supplier().get("matched")).isEqualTo(output == PrivacyOutput.BANK_LEARNS ? null : common);
        for (String shared : List.of("transcriptHash", "bytes")) {
            assertThat(both.bank().get(shared)).isEqualTo(both.supplier().get(shared));
        }
        assertThat(Comparison.of(receipt(both.bank()), receipt(both.supplier())).differences())
                .isEmpty();
        assertThat(receipt(both.bank()).content().path("job").asText()).isEqualTo(job.toString());

        Map<String, Object> banks = results(one(0, wanted(PrivacyStep.RELEASE, output)));
        Map<String, Object> suppliers = results(one(1, wanted(PrivacyStep.RELEASE, output)));
        checkReleased(parties.bank(), banks, output != PrivacyOutput.NUMBER_ONLY, common);
        checkReleased(parties.supplier(), suppliers, output == PrivacyOutput.BOTH_LEARN, common);
    }

    /** Whoever wants the smaller buckets gets them; results are those of a run in one piece, and nothing else remains. */
    @ParameterizedTest
    @CsvSource({
        "BANK_LEARNS, ECDH, CURVE25519_SHA256",
        "BOTH_LEARN, ECDH, CURVE25519_SHA256",
        "BOTH_LEARN, KKRT16, P256_SHA256",
        "BANK_LEARNS, RR22_SEMI_HONEST, P256_SHA256",
        "BANK_LEARNS, RR22_MALICIOUS, P256_SHA256"
    })
    void computeLargeSetsBucketByBucket(PrivacyOutput output, PrivacyMethod method, CryptoSuite suite)
            throws IOException {
        Parties.configure(parties.supplier(), "job.runs", 3);
        companies(0, 500, 300, 900);
        Parties.configure(parties.bank(), "jobs.bucket", 1000);
        Parties.configure(parties.supplier(), "jobs.bucket", 256);
        Wanted wanted = wanted(PrivacyStep.RUN, output).by(method, suite);

        Both both = run(wanted);

        assertThat(both.bank())
                .containsEntry("ownSize", 500L)
                .containsEntry("peerSize", 900L)
                .containsEntry("matched", 200L)
                .containsEntry("runs", 1L);
        assertThat(both.supplier().get("matched")).isEqualTo(output == PrivacyOutput.BANK_LEARNS ? null : 200L);
        for (String shared : List.of("transcriptHash", "bytes")) {
            assertThat(both.bank().get(shared)).isEqualTo(both.supplier().get(shared));
        }
        assertThat(Comparison.of(receipt(both.bank()), receipt(both.supplier())).differences())
                .isEmpty();
        assertThat(bucketFolders(parties.bank())).isEmpty();
        assertThat(bucketFolders(parties.supplier())).isEmpty();
        checkReleased(parties.bank(), results(one(0, wanted(PrivacyStep.RELEASE, output))), true, 200);
        checkReleased(
                parties.supplier(),
                results(one(1, wanted(PrivacyStep.RELEASE, output))),
                output == PrivacyOutput.BOTH_LEARN,
                200);
    }

    /** A run that was stopped between two buckets leaves nothing that says what came of the first. */
    @Test
    void purgeWhatBucketsHaveLeft() throws Exception {
        companies(0, 500, 300, 900);
        buckets(256);
        Wanted wanted = wanted(PrivacyStep.RUN, PrivacyOutput.BOTH_LEARN);
        brokenOff(wanted);
        assertThat(bucketFolders(parties.bank()))
                .singleElement()
                .satisfies(
                        folder -> assertThat(folder.resolve("bucket-0.result")).exists())
                .satisfies(folder -> assertThat(folder.resolve("bucket-0.rows")).doesNotExist());

        one(0, wanted(PrivacyStep.PURGE, PrivacyOutput.BOTH_LEARN));

        assertThat(bucketFolders(parties.bank())).isEmpty();
    }

    /** Another number of buckets would ask again what was asked; it is said, and goes on when it is as it was. */
    @Test
    void goOnInNoOtherBucketsThanARunWasBegunIn() throws Exception {
        companies(0, 500, 300, 900);
        buckets(256);
        Wanted wanted = wanted(PrivacyStep.RUN, PrivacyOutput.BOTH_LEARN);
        brokenOff(wanted);
        buckets(400);

        assertThat(bothAnew(wanted))
                .anySatisfy(outcome -> assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                    assertThat(failed.notice().code()).isEqualTo(NoticeCode.BUCKETS_CHANGED);
                    assertThat(failed.notice().english()).contains("in 4 buckets", "in 3.");
                }));
        buckets(256);
        assertThat(bothAnew(wanted)).allMatch(Outcome.Done.class::isInstance);
    }

    private List<Outcome> bothAnew(Wanted wanted) {
        part();
        return both(wanted);
    }

    /** A byte of the second bucket or so is altered on its way. */
    private void brokenOff(Wanted wanted) throws IOException {
        Worker bank = opened(parties.bank());
        Worker supplier = opened(parties.supplier());
        try (Wire wire = new Wire(supplier.address())) {
            wire.flipToTarget(16_000);
            CompletableFuture<Outcome> responds = CompletableFuture.supplyAsync(
                    () -> orders(supplier, engine.task(wanted, Parties.SUPPLIER, bank.address())));
            assertThat(orders(bank, engine.task(wanted, Parties.BANK, wire.address())))
                    .isInstanceOf(Outcome.Failed.class);
            assertThat(responds.join()).isInstanceOf(Outcome.Failed.class);
        }
    }

    private void buckets(int size) {
        Parties.configure(parties.bank(), "jobs.bucket", size);
        Parties.configure(parties.supplier(), "jobs.bucket", size);
    }

    private List<Path> bucketFolders(WorkerFolder folder) throws IOException {
        try (Stream<Path> kept = Files.list(folder.results().resolve(job.toString()))) {
            return kept.filter(Files::isDirectory).toList();
        }
    }

    private void checkReleased(WorkerFolder folder, Map<String, Object> results, boolean hasRows, long common)
            throws IOException {
        Path file = folder.released().resolve(job + ".csv");
        if (!hasRows) {
            assertThat(results).isEmpty();
            assertThat(file).doesNotExist();
            return;
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize((int) common + 1).startsWith("uscc");
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> parties.holds(parties.bank(), line) && parties.holds(parties.supplier(), line))
                .doesNotHaveDuplicates();
        assertThat(results)
                .containsEntry("resultRows", common)
                .containsEntry("resultDigest", Parties.sha256(Files.readAllBytes(file)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @CsvSource({
        "ECDH, SM2_SM3",
        "KKRT16, P256_SHA256",
        "RR22_SEMI_HONEST, P256_SHA256",
        "RR22_MALICIOUS, P256_SHA256",
        "UNBALANCED, P256_SHA256"
    })
    void lookFirstAndSendNothing(PrivacyMethod method, CryptoSuite suite) {
        companies(0, 300, 100, 500);
        Wanted wanted = wanted(PrivacyStep.PREFLIGHT, PrivacyOutput.BANK_LEARNS).by(method, suite);
        opened(parties.bank());

        Map<String, Object> results = results(one(0, wanted));

        assertThat(results).containsEntry("ownSize", 300L).containsKeys("expectedSeconds", "expectedMebibytes");
        assertThat((Double) results.get("expectedSeconds")).isPositive();
        assertThat((Long) results.get("expectedMebibytes")).isPositive();
        assertThat(one(0, wanted)).as("kept, not measured again").isEqualTo(new Outcome.Done(results));
        assertThat(parties.bank().results()).doesNotExist();
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of(NoticeCode.ORDER_NOT_SIGNED, (Consumer<Map<String, Object>>)
                        task -> task.remove(PrivacyOrderTopic.SIGNATURE.name())),
                Arguments.of(NoticeCode.ORDER_NOT_SIGNED, put(PrivacyOrderTopic.SIGNATURE.name(), "no base 64")),
                Arguments.of(NoticeCode.ORDER_NOT_SIGNED, put(PrivacyOrderTopic.SIGNATURE.name(), "AAAA")),
                Arguments.of(NoticeCode.ORDER_NOT_SIGNED, (Consumer<Map<String, Object>>)
                        task -> task.compute(PrivacyOrderTopic.ORDER.name(), (name, text) -> ((String) text)
                                .replace("greatestSet=100000", "greatestSet=100001"))),
                Arguments.of(NoticeCode.ORDER_NOT_SIGNED, (Consumer<Map<String, Object>>)
                        task -> task.compute(PrivacyOrderTopic.SIGNATURE.name(), (name, text) -> new SigningEngine()
                                .sign((String) task.get(PrivacyOrderTopic.ORDER.name())))),
                Arguments.of(
                        NoticeCode.ORDER_DIFFERS,
                        put(PrivacyOrderTopic.STEP.name(), UUID.randomUUID().toString())),
                Arguments.of(NoticeCode.WRONG_PARTY, put(PrivacyOrderTopic.PARTY.name(), Parties.SUPPLIER)),
                Arguments.of(NoticeCode.ORDER_NOT_FOR_US, put(PrivacyOrderTopic.PARTY.name(), "other-bank")),
                Arguments.of(NoticeCode.INPUT_WRONG, put(PrivacyOrderTopic.PEER_ADDRESS.name(), "there")),
                Arguments.of(NoticeCode.INPUT_MISSING, (Consumer<Map<String, Object>>)
                        task -> task.remove(PrivacyOrderTopic.ORDER.name())));
    }

    /** What need not come from the engine leaves nothing: the right order is carried out afterwards. */
    @ParameterizedTest
    @MethodSource("unfit")
    void refuseWhatIsNotTheEnginesAndKeepNothingOfIt(NoticeCode code, Consumer<Map<String, Object>> change) {
        companies(0, 30, 10, 40);
        Wanted wanted = wanted(PrivacyStep.PREFLIGHT, PrivacyOutput.BANK_LEARNS);
        Map<String, Object> task = engine.task(wanted, Parties.BANK, NOBODY);
        change.accept(task);
        Worker bank = opened(parties.bank());

        assertThat(code(orders(bank, task))).isEqualTo(code);
        assertThat(orders(bank, engine.task(wanted, Parties.BANK, NOBODY))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void refuseEveryOrderBeforeAnEngineIsTrusted() throws IOException {
        companies(0, 30, 10, 40);
        Files.delete(parties.bank().engineKey());
        opened(parties.bank());

        assertThat(code(one(0, wanted(PrivacyStep.PREFLIGHT, PrivacyOutput.BANK_LEARNS))))
                .isEqualTo(NoticeCode.ENGINE_UNKNOWN);
    }

    /** Said when it is looked at, and not only when it is to run. */
    @Test
    void refuseWhatThisWorkersMemoryNeverHoldsAndNameBothFigures() {
        companies(0, 30, 10, 40);
        Parties.configure(parties.bank(), "jobs.memory", 10);
        opened(parties.bank());

        for (PrivacyStep step : List.of(PrivacyStep.PREFLIGHT, PrivacyStep.RUN)) {
            Outcome outcome = one(0, wanted(step, PrivacyOutput.BANK_LEARNS));

            assertThat(code(outcome)).isEqualTo(NoticeCode.JOB_TOO_LARGE);
            assertThat(((Outcome.Refused) outcome).notice().details()).containsExactly("17", "10");
        }
    }

    static Stream<Arguments> refusals() {
        String elsewhere = new DataHandle("companies", "0".repeat(64)).toString();
        return Stream.of(
                refusal(
                        NoticeCode.ORDER_EXPIRED,
                        wanted -> wanted.until(Instant.now().minusSeconds(2))),
                refusal(NoticeCode.DATA_SET_CHANGED, wanted -> wanted.over(elsewhere, elsewhere)),
                refusal(
                        NoticeCode.DATA_SET_UNKNOWN,
                        wanted -> wanted.over(
                                new DataHandle("people", "0".repeat(64)).toString(), wanted.responderData())),
                refusal(NoticeCode.PEER_UNKNOWN, wanted -> wanted.among(Parties.BANK, "supplier-z")),
                refusal(NoticeCode.SET_TOO_SMALL, wanted -> wanted.between(31, 100)),
                refusal(NoticeCode.SET_TOO_LARGE, wanted -> wanted.between(0, 29)),
                refusal(NoticeCode.TERMS_TOO_WIDE, wanted -> wanted.between(0, 3_000_000_000L)),
                refusal(
                        NoticeCode.METHOD_MISSING,
                        wanted -> wanted.by(PrivacyMethod.RR22_MALICIOUS, CryptoSuite.SM2_SM3)));
    }

    private static Arguments refusal(NoticeCode code, UnaryOperator<Wanted> change) {
        return Arguments.of(code, change);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuseWhatThisPartyDoesNotAllowAndStayWithIt(NoticeCode code, UnaryOperator<Wanted> change) {
        companies(0, 30, 10, 40);
        opened(parties.bank());
        for (PrivacyStep step : List.of(PrivacyStep.PREFLIGHT, PrivacyStep.RUN)) {
            Wanted wanted = change.apply(wanted(step, PrivacyOutput.BANK_LEARNS));

            Outcome outcome = one(0, wanted);

            assertThat(code(outcome)).isEqualTo(code);
            assertThat(((Outcome.Refused) outcome).notice().chinese()).containsPattern("[\\u4e00-\\u9fff]");
            assertThat(one(0, wanted)).isEqualTo(outcome);
        }
    }

    @Test
    void computeNoNumberByAMethodThatTellsRows() {
        companies(0, 30, 10, 40);
        opened(parties.bank());

        assertThat(code(one(
                        0,
                        wanted(PrivacyStep.PREFLIGHT, PrivacyOutput.NUMBER_ONLY)
                                .by(PrivacyMethod.KKRT16, CryptoSuite.P256_SHA256))))
                .isEqualTo(NoticeCode.METHOD_MISSING);
    }

    @Test
    void tellThePeerOfARefusal() {
        companies(0, 30, 0, 10);

        List<Outcome> outcomes =
                both(wanted(PrivacyStep.RUN, PrivacyOutput.BANK_LEARNS).between(20, 100));

        assertThat(code(outcomes.get(1))).isEqualTo(NoticeCode.SET_TOO_SMALL);
        assertThat(code(outcomes.get(0))).isEqualTo(NoticeCode.PEER_REFUSED);
    }

    /** Whoever answers at the address, which nobody has signed, must be the peer that the order names. */
    @Test
    void runWithNobodyButThePeerOfTheOrder() {
        companies(0, 30, 10, 40);
        Worker stranger = opened(new Parties(root.resolve("others")).supplier());
        Worker bank = opened(parties.bank());

        Outcome outcome = orders(
                bank,
                engine.task(wanted(PrivacyStep.RUN, PrivacyOutput.BANK_LEARNS), Parties.BANK, stranger.address()));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.notice().code()).isEqualTo(NoticeCode.PEER_NOT_PROVEN);
            assertThat(failed.cost()).isEqualTo(Cost.ONE);
        });
    }

    /** Two orders of one step, both signed: the sides hold different ones, and neither gets anything. */
    @Test
    void runOverNoOtherDataThanTheOrderNamesForThePeer() {
        companies(0, 30, 10, 40);
        Wanted suppliers = wanted(PrivacyStep.RUN, PrivacyOutput.BANK_LEARNS);
        Wanted banks = suppliers.over(suppliers.learnerData(), new DataHandle("companies", "0".repeat(64)).toString());

        List<Outcome> outcomes = both(banks, suppliers);

        assertThat(code(outcomes.get(0))).isEqualTo(NoticeCode.PEER_DATA_DIFFERS);
        assertThat(outcomes.get(1)).isNotInstanceOf(Outcome.Done.class);
    }

    @Test
    void runOnlyWhereBothHoldTheSameOrder() {
        companies(0, 30, 10, 40);
        Wanted banks = wanted(PrivacyStep.RUN, PrivacyOutput.BANK_LEARNS);

        List<Outcome> outcomes = both(banks, banks.until(banks.order().validTo().plusSeconds(60)));

        assertThat(outcomes).noneMatch(Outcome.Done.class::isInstance).anySatisfy(outcome -> assertThat(
                        ((Outcome.Failed) outcome).notice().english())
                .contains("The peer holds other terms"));
    }

    /** One bit, in the middle of the masked sets, in either direction. */
    @ParameterizedTest
    @CsvSource({"true, 8000", "true, 20000", "false, 30000"})
    void putNothingOutWhenAByteWasAlteredOnTheWay(boolean toSupplier, long at) throws IOException {
        companies(0, 1000, 0, 1500);
        Worker bank = opened(parties.bank());
        Worker supplier = opened(parties.supplier());
        Wanted wanted = wanted(PrivacyStep.RUN, PrivacyOutput.BOTH_LEARN);
        try (Wire wire = new Wire(supplier.address())) {
            if (toSupplier) {
                wire.flipToTarget(at);
            } else {
                wire.flipFromTarget(at);
            }
            CompletableFuture<Outcome> responds = CompletableFuture.supplyAsync(
                    () -> orders(supplier, engine.task(wanted, Parties.SUPPLIER, bank.address())));
            Outcome learns = orders(bank, engine.task(wanted, Parties.BANK, wire.address()));

            assertThat(List.of(learns, responds.join()))
                    .noneMatch(Outcome.Done.class::isInstance)
                    .anySatisfy(outcome -> assertThat(
                                    ((Outcome.Failed) outcome).notice().code())
                            .isEqualTo(NoticeCode.PEER_MISBEHAVED));
        }
    }

    @Test
    void answerADoubledTaskFromWhatWasKept() {
        companies(0, 30, 10, 40);
        Wanted run = wanted(PrivacyStep.RUN, PrivacyOutput.BOTH_LEARN);
        Both first = run(run);
        Wanted release = wanted(PrivacyStep.RELEASE, PrivacyOutput.BOTH_LEARN);
        Outcome released = one(0, release);
        part();
        opened(parties.bank());
        opened(parties.supplier());

        assertThat(results(one(0, run))).isEqualTo(first.bank());
        assertThat(results(one(1, run))).isEqualTo(first.supplier());
        assertThat(one(0, release)).isEqualTo(released);
        assertThat(code(one(0, run.between(1, 100)))).isEqualTo(NoticeCode.ORDER_ID_TAKEN);
        assertThat(code(one(0, release.between(1, 100)))).isEqualTo(NoticeCode.ORDER_ID_TAKEN);
    }

    /** Killed before its end was written down: the peer has it and hands it out, and sealed rows are this party's own. */
    @ParameterizedTest
    @CsvSource({"BANK_LEARNS, false", "BOTH_LEARN, false", "NUMBER_ONLY, false", "BOTH_LEARN, true", "NUMBER_ONLY, true"
    })
    void getTheEndToldThatThePeerHasKept(PrivacyOutput output, boolean bankForgets) throws IOException {
        companies(0, 30, 10, 40);
        Wanted wanted = wanted(PrivacyStep.RUN, output);
        Both first = run(wanted);
        WorkerFolder forgetful = bankForgets ? parties.bank() : parties.supplier();
        Files.delete(forgetful.jobs().resolve(wanted.step() + ".json"));

        Outcome again = one(bankForgets ? 0 : 1, wanted);

        assertThat(withoutReceipt(results(again)))
                .isEqualTo(withoutReceipt(bankForgets ? first.bank() : first.supplier()));
    }

    /** An end without the rows that belong to it is none for a party that may learn them. */
    @Test
    void takeNoEndOverWhoseRowsAreNotHere() throws IOException {
        companies(0, 30, 10, 40);
        Wanted wanted = wanted(PrivacyStep.RUN, PrivacyOutput.BOTH_LEARN);
        run(wanted);
        Files.delete(parties.supplier().jobs().resolve(wanted.step() + ".json"));
        Files.delete(parties.supplier().results().resolve(job.toString()).resolve(wanted.step() + ".rows"));

        assertThat(((Outcome.Failed) one(1, wanted)).notice().code()).isEqualTo(NoticeCode.KEPT_RESULT_DIFFERS);
    }

    @Test
    void sealWhatWasLearnedAndRemoveItForGood() throws IOException {
        companies(0, 30, 10, 40);
        PrivacyOutput output = PrivacyOutput.BOTH_LEARN;
        assertThat(code(released(output))).isEqualTo(NoticeCode.JOB_NOT_RUN);
        run(wanted(PrivacyStep.RUN, output));
        assertThat(anywhere(parties.bank(), "91990000")).containsExactly("data/companies.csv");
        assertThat(released(output)).isInstanceOf(Outcome.Done.class);
        assertThat(anywhere(parties.bank(), "91990000"))
                .containsExactlyInAnyOrder("data/companies.csv", "released/" + job + ".csv");

        assertThat(one(0, wanted(PrivacyStep.PURGE, output))).isEqualTo(new Outcome.Done(Map.of()));
        assertThat(one(0, wanted(PrivacyStep.PURGE, output))).isEqualTo(new Outcome.Done(Map.of()));

        assertThat(anywhere(parties.bank(), "91990000")).containsExactly("data/companies.csv");
        try (Stream<Path> left = Files.list(parties.bank().results().resolve(job.toString()))) {
            assertThat(left)
                    .extracting(each -> each.getFileName().toString())
                    .containsExactlyInAnyOrder("purged", "run");
        }
        assertThat(code(released(output))).isEqualTo(NoticeCode.JOB_PURGED);
        assertThat(code(one(0, wanted(PrivacyStep.RUN, output)))).isEqualTo(NoticeCode.JOB_PURGED);
    }

    /** What was learned goes, however late; nothing else is done for an order whose time has passed. */
    @Test
    void removeWhatWasLearnedAfterTheOrderHasExpired() throws IOException {
        companies(0, 30, 10, 40);
        PrivacyOutput output = PrivacyOutput.BOTH_LEARN;
        run(wanted(PrivacyStep.RUN, output));
        Instant past = Instant.now().minusSeconds(2);

        assertThat(code(one(0, wanted(PrivacyStep.RELEASE, output).until(past))))
                .isEqualTo(NoticeCode.ORDER_EXPIRED);
        assertThat(one(0, wanted(PrivacyStep.PURGE, output).until(past))).isEqualTo(new Outcome.Done(Map.of()));

        assertThat(anywhere(parties.bank(), "91990000")).containsExactly("data/companies.csv");
        assertThat(code(released(output))).isEqualTo(NoticeCode.JOB_PURGED);
    }

    /** A seal that was broken is said, and no file is written. */
    @Test
    void releaseNothingThatWasChangedOnTheDisk() throws IOException {
        companies(0, 30, 10, 40);
        Wanted wanted = wanted(PrivacyStep.RUN, PrivacyOutput.BANK_LEARNS);
        run(wanted);
        Path sealed = parties.bank().results().resolve(job.toString()).resolve(wanted.step() + ".rows");
        byte[] bytes = Files.readAllBytes(sealed);
        bytes[40] ^= 1;
        Files.write(sealed, bytes);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> released(PrivacyOutput.BANK_LEARNS)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(parties.bank().released()).doesNotExist();
    }

    private Outcome released(PrivacyOutput output) {
        openBoth();
        return one(0, wanted(PrivacyStep.RELEASE, output));
    }

    private void companies(int bankFrom, int bankRows, int supplierFrom, int supplierRows) {
        Parties.companies(parties.bank(), bankFrom, bankRows);
        Parties.companies(parties.supplier(), supplierFrom, supplierRows);
    }

    private Wanted wanted(PrivacyStep what, PrivacyOutput output) {
        return Wanted.of(job, parties, what, output);
    }

    private record Both(Map<String, Object> bank, Map<String, Object> supplier) {}

    private Both run(Wanted wanted) {
        List<Outcome> outcomes = both(wanted);
        return new Both(results(outcomes.get(0)), results(outcomes.get(1)));
    }

    private static Map<String, Object> withoutReceipt(Map<String, Object> results) {
        Map<String, Object> rest = new HashMap<>(results);
        rest.keySet().removeAll(List.of("receipt", "seconds"));
        return rest;
    }

    private static Consumer<Map<String, Object>> put(String name, Object value) {
        return task -> task.put(name, value);
    }
}
