package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.process.privacy.PrivacyRangeTopic;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.worker.EngineServer.Task;
import org.sluice.worker.SigningEngine.Wanted;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.WorkerFolder;

/** A whole privacy job at two virtual machines: whichever is killed in the middle, each party has its rows, once. */
@Timeout(240)
class OrderProcessesTest {

    @TempDir
    Path root;

    private final UUID job = UUID.randomUUID();
    private final SigningEngine signs = new SigningEngine();
    private EngineServer engine;
    private Parties parties;
    private Address bankAddress;
    private Address supplierAddress;
    private WorkerProcess bank;
    private WorkerProcess supplier;

    @BeforeEach
    void prepare() throws IOException {
        engine = new EngineServer();
        parties = new Parties(root);
        bankAddress = Parties.settle(engine.url(), parties.bank());
        supplierAddress = Parties.settle(engine.url(), parties.supplier());
        signs.introduce(parties.bank(), parties.supplier());
    }

    @AfterEach
    void stop() {
        bank.close();
        supplier.close();
        engine.close();
    }

    @ParameterizedTest
    @CsvSource({"bank, bank, own", "bank, bank, peers", "supplier, supplier, peers"})
    void goOnAfterAKillInTheMiddleOfARun(String killed, String observed, String step) throws Exception {
        startSlowly();
        Wanted run = wanted(PrivacyStep.RUN);
        Task banks = bankTask(run);
        Task suppliers = supplierTask(run);
        (observed.equals("bank") ? bank : supplier).awaitLog("step=" + step, 1);

        WorkerFolder folder = killed.equals("bank") ? parties.bank() : parties.supplier();
        (killed.equals("bank") ? bank : supplier).kill();
        assertThat(folder.jobs().resolve(run.step() + ".json")).doesNotExist();
        startAgain(killed);

        JsonNode results = completion(banks);
        assertThat(results.path("matched").path("value").asInt()).isEqualTo(4_000);
        assertThat(results.path("runs").path("value").asInt()).isEqualTo(2);
        JsonNode others = completion(suppliers);
        assertThat(others.path("matched").path("value").asInt()).isEqualTo(4_000);
        assertThat(others.path("transcriptHash")).isEqualTo(results.path("transcriptHash"));
        assertThat(banks.failures).isEmpty();

        releaseTheCommonRows();
        assertThat(Files.readAllLines(parties.bank().released().resolve(job + ".csv")))
                .hasSize(4_001);
        assertThat(WorkerProcess.command("receipt", parties.bank().root().toString(), job.toString()))
                .startsWith("0 ")
                .contains("\"both_learn\"");
    }

    /** What is done stays done, at both: whoever is started again goes on with the bucket it was in, however often. */
    @ParameterizedTest
    @ValueSource(strings = {"bank", "supplier"})
    void goOnWithTheBucketInHand(String killed) throws Exception {
        configureBoth("jobs.bucket", 1_000);
        // a third begin is there for one that gets on alone
        configureBoth("job.runs", 2);
        startSlowly();
        Wanted run = wanted(PrivacyStep.RUN);
        Task banks = bankTask(run);
        Task suppliers = supplierTask(run);
        Path buckets = parties.bank().results().resolve(job.toString()).resolve(run.step() + ".buckets-6");
        for (int done : new int[] {0, 2}) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.exists(buckets.resolve("bucket-" + done + ".result")));
            (killed.equals("bank") ? bank : supplier).kill();
            assertThat(buckets.resolve("bucket-5.result")).doesNotExist();
            startAgain(killed);
        }

        JsonNode results = completion(banks);
        assertThat(results.path("matched").path("value").asInt()).isEqualTo(4_000);
        assertThat(results.path("runs").path("value").asInt()).isEqualTo(3);
        assertThat(completion(suppliers).path("transcriptHash")).isEqualTo(results.path("transcriptHash"));
        WorkerFolder folder = killed.equals("bank") ? parties.bank() : parties.supplier();
        assertThat(Files.readString(folder.log().resolve("worker.log")))
                .contains(" 0 of 6 buckets are done")
                .containsPattern(" [12] of 6 buckets are done")
                .containsPattern(" [345] of 6 buckets are done");
        releaseTheCommonRows();
    }

    /**
     * Two workers of either party, each with one slot, share the ranges; the bank's further one is killed in the middle of
     * its range, and whoever takes that up again goes on with the bucket that was in hand.
     */
    @Test
    void shareARunWithFurtherWorkersOfWhomOneIsKilled() throws Exception {
        configureBoth("jobs.bucket", 750);
        configureBoth("jobs.slots", 1);
        startSlowly();
        Address banksOther = Parties.free();
        Address suppliersOther = Parties.free();
        try (WorkerProcess banksFurther = WorkerProcess.startFurther(parties.bank(), banksOther);
                WorkerProcess suppliersFurther = WorkerProcess.startFurther(parties.supplier(), suppliersOther)) {
            Wanted run = wanted(PrivacyStep.RUN);
            List<Task> ranges = new ArrayList<>();
            for (int range = 0; range < 2; range++) {
                ranges.add(rangeTask(run, Parties.BANK, range, 2, supplierAddress, suppliersOther));
                ranges.add(rangeTask(run, Parties.SUPPLIER, range, 2, bankAddress, banksOther));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> banksFurther.count("buckets are done") > 0);
            banksFurther.awaitLog("step=own", 2);
            banksFurther.kill();
            ranges.forEach(each -> assertThat(completion(each)).isEmpty());
            suppliersFurther.awaitLog("topic=privacy-range taken", 1);
            assertThat(engine.addresses()).contains(banksOther.toString(), suppliersOther.toString());

            var banks = signs.task(run, Parties.BANK, supplierAddress);
            var suppliers = signs.task(run, Parties.SUPPLIER, bankAddress);
            Parties.put(banks, PrivacyOrderTopic.RANGES, 2L);
            Parties.put(suppliers, PrivacyOrderTopic.RANGES, 2L);
            Task bankRun = engine.add(Parties.BANK, PrivacyOrderTopic.NAME, banks);
            Task supplierRun = engine.add(Parties.SUPPLIER, PrivacyOrderTopic.NAME, suppliers);

            JsonNode results = completion(bankRun);
            assertThat(results.path("matched").path("value").asInt()).isEqualTo(4_000);
            // each range once, the one of who was killed twice, and the run itself
            assertThat(results.path("runs").path("value").asInt()).isEqualTo(4);
            assertThat(completion(supplierRun).path("transcriptHash")).isEqualTo(results.path("transcriptHash"));
            assertThat(Files.readString(parties.bank().log().resolve("worker.log")))
                    .contains(" 8 of 8 buckets are done")
                    .containsPattern(" [123] of 4 buckets are done");
        }
        releaseTheCommonRows();
    }

    /** As after a lock that the engine let expire: two processes are given one range, and one of them has it. */
    @Test
    void leaveARangeToTheWorkerThatHasIt() throws Exception {
        configureBoth("jobs.bucket", 750);
        configureBoth("jobs.slots", 1);
        startSlowly();
        try (WorkerProcess further = WorkerProcess.startFurther(parties.bank(), Parties.free())) {
            Wanted run = wanted(PrivacyStep.RUN);
            List<Task> same = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                same.add(rangeTask(run, Parties.BANK, 0, 1, supplierAddress));
            }
            bank.awaitLog("topic=privacy-range taken", 1);
            further.awaitLog("topic=privacy-range taken", 1);
            Task suppliers = rangeTask(run, Parties.SUPPLIER, 0, 1, bankAddress);

            same.forEach(each -> assertThat(completion(each)).isEmpty());
            assertThat(completion(suppliers)).isEmpty();
            assertThat(same.stream().flatMap(each -> each.failures.stream()))
                    .isNotEmpty()
                    .allSatisfy(failure ->
                            assertThat(failure.path("errorMessage").asText()).contains("job-in-hand"));
            assertThat(Files.readString(parties.bank()
                            .results()
                            .resolve(job.toString())
                            .resolve(run.step() + ".buckets-8")
                            .resolve("bucket-0.attempts")))
                    .isEqualTo("1");
        }
    }

    /** Both, so that there is time to kill one in the middle of a run. */
    private void startSlowly() {
        Parties.companies(parties.bank(), 0, 6_000);
        Parties.companies(parties.supplier(), 2_000, 6_000);
        configureBoth("curve.provider", "bouncycastle");
        configureBoth("jobs.threads", 1);
        bank = WorkerProcess.start(parties.bank());
        supplier = WorkerProcess.start(parties.supplier());
    }

    private void startAgain(String killed) {
        if (killed.equals("bank")) {
            bank = WorkerProcess.start(parties.bank());
        } else {
            supplier = WorkerProcess.start(parties.supplier());
        }
    }

    /** What the engine hears of a refusal is the error of this topic, with its reason. */
    @Test
    void refuseInTheWordsOfTheTopic() {
        Parties.companies(parties.bank(), 0, 30);
        Parties.companies(parties.supplier(), 0, 30);
        bank = WorkerProcess.start(parties.bank());
        supplier = WorkerProcess.start(parties.supplier());
        var variables = signs.task(wanted(PrivacyStep.RUN), Parties.BANK, supplierAddress);
        variables.remove(PrivacyOrderTopic.SIGNATURE.name());

        Task unsigned = engine.add(Parties.BANK, PrivacyOrderTopic.NAME, variables);

        await().atMost(Duration.ofSeconds(60)).until(() -> engine.look(each -> !each.errors.isEmpty(), unsigned));
        JsonNode error = unsigned.errors.get(0);
        assertThat(error.path("errorCode").asText()).isEqualTo(PrivacyOrderTopic.REFUSED);
        assertThat(error.path("variables").path("reason").path("value").asText())
                .isEqualTo("order-not-signed");
        assertThat(error.path("errorMessage").asText()).contains("指令").contains("signature");
    }

    private void releaseTheCommonRows() {
        assertThat(completion(bankTask(wanted(PrivacyStep.RELEASE)))
                        .path("resultRows")
                        .path("value")
                        .asInt())
                .isEqualTo(4_000);
    }

    private void configureBoth(String key, Object value) {
        Parties.configure(parties.bank(), key, value);
        Parties.configure(parties.supplier(), key, value);
    }

    private Task rangeTask(Wanted run, String party, int index, int count, Address... peers) {
        return engine.add(party, PrivacyRangeTopic.NAME, signs.range(run, party, index, count, peers));
    }

    private Wanted wanted(PrivacyStep what) {
        return Wanted.of(job, parties, what, PrivacyOutput.BOTH_LEARN);
    }

    private Task bankTask(Wanted wanted) {
        return engine.add(Parties.BANK, PrivacyOrderTopic.NAME, signs.task(wanted, Parties.BANK, supplierAddress));
    }

    private Task supplierTask(Wanted wanted) {
        return engine.add(Parties.SUPPLIER, PrivacyOrderTopic.NAME, signs.task(wanted, Parties.SUPPLIER, bankAddress));
    }

    private JsonNode completion(Task task) {
        await().atMost(Duration.ofSeconds(120)).until(() -> engine.look(each -> !each.completions.isEmpty(), task));
        assertThat(task.completions).hasSize(1);
        return task.completions.get(0).path("variables");
    }
}
