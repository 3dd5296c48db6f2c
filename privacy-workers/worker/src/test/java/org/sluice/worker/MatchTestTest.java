package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.process.Var;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.worker.data.DataHandle;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Outcome.Cost;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.receipt.Comparison;
import org.sluice.worker.receipt.SignedReceipt;
import org.sluice.worker.transport.Wire;

/** Both workers in this process, with everything between them real; only the engine is left out. */
@Timeout(120)
class MatchTestTest {

    @TempDir
    Path root;

    private final UUID job = UUID.randomUUID();
    private final List<Worker> open = new ArrayList<>();
    private Parties parties;

    @BeforeEach
    void meet() {
        parties = new Parties(root);
    }

    @AfterEach
    void part() {
        open.forEach(Worker::close);
    }

    @ParameterizedTest
    @CsvSource({
        "curve25519, 0, 300, 100, 500",
        "p256, 0, 40, 10, 60",
        "curve25519, 0, 0, 0, 5",
        "curve25519, 0, 5, 0, 0",
        "curve25519, 0, 0, 0, 0",
        "curve25519, 3, 1, 3, 1",
        "curve25519, 3, 1, 4, 1",
        "curve25519, 18, 2, 0, 5000"
    })
    void letsBothKnowWhatAJoinInTheClearWouldSay(
            String group, int bankFrom, int bankRows, int supplierFrom, int supplierRows) {
        Parties.companies(parties.bank(), bankFrom, bankRows);
        Parties.companies(parties.supplier(), supplierFrom, supplierRows);

        Both both = run(task -> Parties.put(task, MatchTestTopic.GROUP, group));

        assertThat(both.bank())
                .containsEntry("matched", (long) parties.join())
                .containsEntry("ownSize", (long) bankRows)
                .containsEntry("peerSize", (long) supplierRows)
                .containsEntry("matchRate", bankRows == 0 ? 0 : (double) parties.join() / bankRows)
                .containsEntry("runs", 1L)
                .containsKey("receipt")
                .hasSize(MatchTestTopic.RESULT.size() + 1);
        assertThat(both.supplier())
                .containsEntry("matched", (long) parties.join())
                .containsEntry("ownSize", (long) supplierRows)
                .containsEntry("peerSize", (long) bankRows);
        for (String shared : List.of("transcriptHash", "bytes")) {
            assertThat(both.bank().get(shared)).isEqualTo(both.supplier().get(shared));
        }
        assertThat((String) both.bank().get("transcriptHash")).matches("[0-9a-f]{64}");
        assertThat(Comparison.of(receipt(both.bank()), receipt(both.supplier())).differences())
                .isEmpty();
    }

    private static SignedReceipt receipt(Map<String, Object> results) {
        return SignedReceipt.parse((String) results.get("receipt"));
    }

    /** 32 bytes an element each way, tags of 8 bytes for the learner's, and the exchanges around them. */
    @Test
    void movesTheBytesThatTheProtocolDeclares() {
        Parties.companies(parties.bank(), 0, 1000);
        Parties.companies(parties.supplier(), 0, 1000);

        assertThat(run(task -> {}).bank()).containsEntry("bytes", 2L * (167 + 32 * 1000 + 1) + 8 * 1000 + 1);
    }

    @Test
    void keepsNothingOfTheSets() throws IOException {
        Parties.companies(parties.bank(), 0, 30);
        Parties.companies(parties.supplier(), 0, 30);
        run(task -> {});

        for (Path folder : new Path[] {parties.bank().jobs(), parties.supplier().jobs()}) {
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).hasSize(2).allSatisfy(file -> assertThat(Files.readString(file))
                        .doesNotContain("91990000")
                        .hasSizeLessThan(4000));
            }
        }
    }

    @Test
    void givesTheKeptOutcomeAgainAndComputesNothing() {
        Parties.companies(parties.bank(), 0, 30);
        Parties.companies(parties.supplier(), 0, 30);
        Both first = run(task -> {});
        open.forEach(Worker::close);
        open.clear();

        Parties.Heard heard = new Parties.Heard();
        Worker again = opened(parties.bank());
        Outcome outcome = Parties.run(again, task(parties.bank(), new Address("127.0.0.1", 1)), heard);

        assertThat(((Outcome.Done) outcome).results()).isEqualTo(first.bank());
        assertThat(heard.steps).isEmpty();
        assertThat(heard.waits).isEmpty();
    }

    @Test
    void letsASecondTaskOfTheSameJobWaitForTheFirst() {
        Parties.companies(parties.bank(), 0, 30);
        Worker worker = opened(parties.bank());
        Parties.Heard heard = new Parties.Heard();
        Map<String, Object> task = task(parties.bank(), new Address("127.0.0.1", 1));
        CompletableFuture<Outcome> first = CompletableFuture.supplyAsync(() -> Parties.run(worker, task, heard));
        await().until(() -> !heard.waits.isEmpty());

        assertThat(Parties.run(worker, task)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.notice().code()).isEqualTo(NoticeCode.JOB_IN_HAND);
            assertThat(failed.cost()).isEqualTo(Cost.NOTHING);
        });
        assertThat(((Outcome.Failed) first.join()).notice().code()).isEqualTo(NoticeCode.PEER_AWAY);
    }

    @Test
    void doesNotTellTheEndOfAJobToAnotherPartysJobOfThatId() {
        Parties.companies(parties.bank(), 0, 30);
        Parties.companies(parties.supplier(), 0, 30);
        run(task -> {});
        Map<String, Object> others = task(parties.bank(), new Address("127.0.0.1", 1));
        Parties.put(others, MatchTestTopic.PEER_PARTY, "supplier-z");

        Outcome outcome = Parties.run(open.get(0), others);

        assertThat(((Outcome.Refused) outcome).notice().code()).isEqualTo(NoticeCode.JOB_OF_OTHERS);
    }

    /** Killed after the number was sent and before it was written down: the peer has it and hands it out. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void getsTheEndToldThatThePeerHasKept(boolean bankForgets) throws IOException {
        Parties.companies(parties.bank(), 0, 30);
        Parties.companies(parties.supplier(), 10, 40);
        Both first = run(task -> {});
        var forgetful = bankForgets ? parties.bank() : parties.supplier();
        Files.delete(forgetful.jobs().resolve(job + ".json"));

        Parties.Heard heard = new Parties.Heard();
        Worker own = open.get(bankForgets ? 0 : 1);
        Worker peer = open.get(bankForgets ? 1 : 0);
        Outcome outcome = Parties.run(own, task(forgetful, peer.address()), heard);

        assertThat(withoutSeconds(((Outcome.Done) outcome).results()))
                .isEqualTo(withoutSeconds(bankForgets ? first.bank() : first.supplier()));
        assertThat(heard.steps).isEmpty();
    }

    @Test
    void doesNotTakeOverAnEndThatCannotBeOfItsOwnSet() throws IOException {
        Parties.companies(parties.bank(), 0, 30);
        Parties.companies(parties.supplier(), 10, 40);
        run(task -> {});
        Files.delete(parties.supplier().jobs().resolve(job + ".json"));
        Path kept = parties.bank().jobs().resolve(job + ".json");
        Files.writeString(kept, Files.readString(kept).replace("\"responderSize\":40", "\"responderSize\":41"));

        Outcome outcome =
                Parties.run(open.get(1), task(parties.supplier(), open.get(0).address()));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.notice().code()).isEqualTo(NoticeCode.KEPT_RESULT_DIFFERS);
            assertThat(failed.cost()).isEqualTo(Cost.ONE);
        });
    }

    /** What this test gives is what the topic declares. */
    @Test
    void readsEveryInputOfItsTopic() {
        Parties.companies(parties.bank(), 0, 30);

        assertThat(task(parties.bank(), new Address("127.0.0.1", 1)).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        MatchTestTopic.INPUT.stream().map(Var::name).toList());
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(NoticeCode.SET_TOO_SMALL, change(MatchTestTopic.LEAST_SET, 31L)),
                Arguments.of(NoticeCode.SET_TOO_LARGE, change(MatchTestTopic.GREATEST_SET, 29L)),
                Arguments.of(NoticeCode.TERMS_TOO_WIDE, change(MatchTestTopic.GREATEST_SET, 3_000_000L)),
                Arguments.of(
                        NoticeCode.DATA_SET_UNKNOWN,
                        change(MatchTestTopic.DATA_SET, new DataHandle("people", "0".repeat(64)).toString())),
                Arguments.of(
                        NoticeCode.DATA_SET_CHANGED,
                        change(MatchTestTopic.DATA_SET, new DataHandle("companies", "0".repeat(64)).toString())),
                Arguments.of(NoticeCode.PEER_UNKNOWN, change(MatchTestTopic.PEER_PARTY, "supplier-z")),
                Arguments.of(NoticeCode.WRONG_PARTY, change(MatchTestTopic.PARTY, "other-bank")),
                Arguments.of(NoticeCode.INPUT_WRONG, change(MatchTestTopic.GROUP, "p521")),
                Arguments.of(NoticeCode.INPUT_WRONG, change(MatchTestTopic.ROLE, "boss")),
                Arguments.of(NoticeCode.INPUT_MISSING, (Consumer<Map<String, Object>>)
                        task -> task.remove(MatchTestTopic.DEADLINE.name())));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWithoutWaitingForAnybody(NoticeCode code, Consumer<Map<String, Object>> change) {
        Parties.companies(parties.bank(), 0, 30);
        Map<String, Object> task = task(parties.bank(), new Address("127.0.0.1", 1));
        change.accept(task);

        Outcome outcome = Parties.run(opened(parties.bank()), task);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(
                        refused.notice().code())
                .isEqualTo(code));
    }

    /** An owner who wants not to be asked about fewer than a hundred is not asked about fewer, whatever a job says. */
    @Test
    void holdsToTheOwnersLimit() {
        Parties.companies(parties.bank(), 0, 300);
        Parties.configure(parties.bank(), "set.least", 100);

        Outcome outcome = Parties.run(opened(parties.bank()), task(parties.bank(), new Address("127.0.0.1", 1)));

        assertThat(((Outcome.Refused) outcome).notice().code()).isEqualTo(NoticeCode.TERMS_TOO_WIDE);
    }

    @Test
    void tellsThePeerThatItRefuses() {
        Parties.companies(parties.bank(), 0, 30);
        Parties.companies(parties.supplier(), 0, 10);

        List<Outcome> outcomes = outcomes(change(MatchTestTopic.LEAST_SET, 20L));

        assertThat(((Outcome.Refused) outcomes.get(1)).notice().code()).isEqualTo(NoticeCode.SET_TOO_SMALL);
        assertThat(((Outcome.Refused) outcomes.get(0)).notice().code()).isEqualTo(NoticeCode.PEER_REFUSED);
    }

    @Test
    void waitsForAPeerThatIsAwayAndSaysSo() {
        Parties.companies(parties.bank(), 0, 30);
        Parties.configure(parties.bank(), "peer.window", 2);
        Parties.Heard heard = new Parties.Heard();

        Outcome outcome = Parties.run(opened(parties.bank()), task(parties.bank(), new Address("127.0.0.1", 1)), heard);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.notice().code()).isEqualTo(NoticeCode.PEER_AWAY);
            assertThat(failed.cost()).isEqualTo(Cost.NOTHING);
        });
        assertThat(heard.waits).extracting(each -> each.code()).containsExactly(NoticeCode.PEER_AWAY);
    }

    @Test
    void givesUpForGoodAfterTheDeadline() {
        Parties.companies(parties.bank(), 0, 30);
        Map<String, Object> task = task(parties.bank(), new Address("127.0.0.1", 1));
        Parties.put(task, MatchTestTopic.DEADLINE, Date.from(Instant.now().plusMillis(500)));

        Outcome outcome = Parties.run(opened(parties.bank()), task);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.notice().code()).isEqualTo(NoticeCode.DEADLINE_PASSED);
            assertThat(failed.notice().english()).contains("does not answer");
            assertThat(failed.notice().chinese()).contains("没有应答");
            assertThat(failed.cost()).isEqualTo(Cost.ALL);
        });
    }

    @Test
    void failsWhereSomebodyElseAnswers() {
        Parties.companies(parties.bank(), 0, 30);
        Parties others = new Parties(root.resolve("others"));
        Worker stranger = opened(others.supplier());

        Outcome outcome = Parties.run(opened(parties.bank()), task(parties.bank(), stranger.address()));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.notice().code()).isEqualTo(NoticeCode.PEER_NOT_PROVEN);
            assertThat(failed.cost()).isEqualTo(Cost.ONE);
        });
    }

    /** Two sides that were told different terms stop at the first frame, and neither gets a number. */
    @Test
    void stopsWhereTheTermsDiffer() {
        Parties.companies(parties.bank(), 0, 30);
        Parties.companies(parties.supplier(), 0, 30);

        List<Outcome> outcomes = outcomes(task -> {
            if (task.get(MatchTestTopic.PARTY.name()).equals(Parties.BANK)) {
                Parties.put(task, MatchTestTopic.GREATEST_SET, 50L);
            }
        });

        assertThat(outcomes).noneMatch(Outcome.Done.class::isInstance).anySatisfy(outcome -> assertThat(
                        ((Outcome.Failed) outcome).notice().english())
                .contains("The peer holds other terms"));
    }

    /** One bit, in the middle of the masked sets, in either direction. */
    @ParameterizedTest
    @CsvSource({"true, 8000", "true, 20000", "false, 8000", "false, 30000"})
    void putsNothingOutWhenAByteWasAlteredOnTheWay(boolean toSupplier, long at) throws IOException {
        Parties.companies(parties.bank(), 0, 1000);
        Parties.companies(parties.supplier(), 0, 1500);
        Worker bank = opened(parties.bank());
        Worker supplier = opened(parties.supplier());
        try (Wire wire = new Wire(supplier.address())) {
            if (toSupplier) {
                wire.flipToTarget(at);
            } else {
                wire.flipFromTarget(at);
            }
            List<Outcome> outcomes = outcomes(bank, wire.address(), supplier, bank.address(), task -> {});

            assertThat(outcomes).noneMatch(Outcome.Done.class::isInstance).anySatisfy(outcome -> assertThat(
                            ((Outcome.Failed) outcome).notice().code())
                    .isEqualTo(NoticeCode.PEER_MISBEHAVED));
        }
    }

    /** A line that breaks in the middle is nobody's fault: both begin again by themselves, and say how often. */
    @Test
    void beginsAgainWhenTheLineBreaks() throws Exception {
        Parties.companies(parties.bank(), 0, 3000);
        Parties.companies(parties.supplier(), 1000, 3000);
        Worker bank = opened(parties.bank());
        Worker supplier = opened(parties.supplier());
        try (Wire wire = new Wire(supplier.address())) {
            Parties.Heard heard = new Parties.Heard();
            Map<String, Object> supplierTask = task(parties.supplier(), bank.address());
            CompletableFuture<Outcome> responds =
                    CompletableFuture.supplyAsync(() -> Parties.run(supplier, supplierTask));
            CompletableFuture<Outcome> learns =
                    CompletableFuture.supplyAsync(() -> Parties.run(bank, task(parties.bank(), wire.address()), heard));
            await().until(() -> !heard.steps.isEmpty());
            wire.cut();

            assertThat(((Outcome.Done) learns.get()).results())
                    .containsEntry("matched", 2000L)
                    .containsEntry("runs", 2L);
            assertThat(((Outcome.Done) responds.get()).results()).containsEntry("matched", 2000L);
            assertThat(heard.waits).extracting(each -> each.code()).contains(NoticeCode.RUN_BROKE_OFF);
        }
    }

    @Test
    void doesNotBeginAgainWithoutEnd() throws IOException {
        Parties.companies(parties.bank(), 0, 30);
        Parties.companies(parties.supplier(), 0, 30);
        Files.writeString(parties.bank().jobs().resolve(job + ".runs"), "8");

        Outcome outcome = outcomes(task -> {}).get(0);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.notice().code()).isEqualTo(NoticeCode.BROKE_OFF_TOO_OFTEN);
            assertThat(failed.cost()).isEqualTo(Cost.ALL);
        });
    }

    /** Each side measures its own. */
    /** What each side measured, and its word for it, which holds times. */
    private static Map<String, Object> withoutSeconds(Map<String, Object> results) {
        Map<String, Object> rest = new HashMap<>(results);
        rest.remove(MatchTestTopic.SECONDS.name());
        rest.remove(MatchTestTopic.RECEIPT.name());
        return rest;
    }

    private record Both(Map<String, Object> bank, Map<String, Object> supplier) {}

    private Both run(Consumer<Map<String, Object>> change) {
        List<Outcome> outcomes = outcomes(change);
        return new Both(((Outcome.Done) outcomes.get(0)).results(), ((Outcome.Done) outcomes.get(1)).results());
    }

    private List<Outcome> outcomes(Consumer<Map<String, Object>> change) {
        Worker bank = opened(parties.bank());
        Worker supplier = opened(parties.supplier());
        return outcomes(bank, supplier.address(), supplier, bank.address(), change);
    }

    private List<Outcome> outcomes(
            Worker bank, Address toSupplier, Worker supplier, Address toBank, Consumer<Map<String, Object>> change) {
        Map<String, Object> banks = task(parties.bank(), toSupplier);
        Map<String, Object> suppliers = task(parties.supplier(), toBank);
        change.accept(banks);
        change.accept(suppliers);
        CompletableFuture<Outcome> responds = CompletableFuture.supplyAsync(() -> Parties.run(supplier, suppliers));
        Outcome learns = Parties.run(bank, banks);
        return List.of(learns, responds.join());
    }

    private Worker opened(WorkerFolder folder) {
        Worker worker = Parties.open(folder);
        open.add(worker);
        return worker;
    }

    private Map<String, Object> task(WorkerFolder own, Address peer) {
        return parties.task(job, own, peer);
    }

    private static <T> Consumer<Map<String, Object>> change(Var<T> variable, T value) {
        return task -> Parties.put(task, variable, value);
    }
}
