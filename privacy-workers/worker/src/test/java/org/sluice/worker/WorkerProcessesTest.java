package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.worker.EngineServer.Task;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.WorkerFolder;

/** Two virtual machines, mutual TLS between them, and whichever of them is killed in the middle: the job ends right, once. */
@Timeout(240)
class WorkerProcessesTest {

    @TempDir
    Path root;

    private final UUID job = UUID.randomUUID();
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
    }

    @AfterEach
    void stop() {
        bank.close();
        supplier.close();
        engine.close();
    }

    /** The demo's own sizes. */
    @Test
    void countWhatAJoinInTheClearCountsOnTheDemoFiles() {
        Parties.companies(parties.bank(), 0, 20_000);
        Parties.companies(parties.supplier(), 7_400, 50_000);
        startBoth();
        Task banks = bankTask();
        Task suppliers = supplierTask();

        JsonNode results = completion(banks).path("variables");
        assertThat(results.path("matched").path("value").asInt())
                .isEqualTo(12_600)
                .isEqualTo(parties.join());
        assertThat(results.path("ownSize").path("value").asInt()).isEqualTo(20_000);
        assertThat(results.path("peerSize").path("value").asInt()).isEqualTo(50_000);
        JsonNode others = completion(suppliers).path("variables");
        assertThat(others.path("matched").path("value").asInt()).isEqualTo(12_600);
        assertThat(others.path("transcriptHash")).isEqualTo(results.path("transcriptHash"));
        assertThat(bank.count("step=own")).isPositive();
        assertThat(bank.count("91990000") + supplier.count("91990000")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"bank, bank, own", "bank, bank, peers", "supplier, supplier, peers", "supplier, bank, own"})
    void surviveAKillInTheMiddle(String killed, String observed, String step) throws Exception {
        Parties.companies(parties.bank(), 0, 6_000);
        Parties.companies(parties.supplier(), 2_000, 6_000);
        for (WorkerFolder folder : new WorkerFolder[] {parties.bank(), parties.supplier()}) {
            Parties.configure(folder, "curve.provider", "bouncycastle");
            Parties.configure(folder, "jobs.threads", 1);
        }
        startBoth();
        Task banks = bankTask();
        Task suppliers = supplierTask();
        (observed.equals("bank") ? bank : supplier).awaitLog("step=" + step, 1);

        WorkerFolder folder = killed.equals("bank") ? parties.bank() : parties.supplier();
        (killed.equals("bank") ? bank : supplier).kill();
        assertThat(folder.jobs().resolve(job + ".json")).doesNotExist();
        WorkerProcess again = WorkerProcess.start(folder);
        if (killed.equals("bank")) {
            bank = again;
        } else {
            supplier = again;
        }

        JsonNode results = completion(banks).path("variables");
        assertThat(results.path("matched").path("value").asInt())
                .isEqualTo(4_000)
                .isEqualTo(parties.join());
        assertThat(results.path("runs").path("value").asInt()).isEqualTo(2);
        assertThat(completion(suppliers).path("variables").path("transcriptHash"))
                .isEqualTo(results.path("transcriptHash"));
        assertThat(banks.failures).isEmpty();
        assertThat(suppliers.failures).isEmpty();
    }

    /** Killed between the end and its report: it is reported after the restart, from the disk. */
    @Test
    void reportAfterAKillWhatWasComputedBeforeIt() throws Exception {
        Parties.companies(parties.bank(), 0, 300);
        Parties.companies(parties.supplier(), 200, 300);
        startBoth();
        Task banks = bankTask();
        await().until(() -> engine.look(each -> each.fetches == 1, banks));
        Task suppliers = supplierTask();
        await().until(() -> engine.look(each -> each.fetches == 1, suppliers));
        engine.down(true);
        Path kept = parties.bank().jobs().resolve(job + ".json");
        await().until(() -> Files.exists(kept));
        bank.kill();
        String before = Files.readString(kept);
        engine.down(false);
        bank = WorkerProcess.start(parties.bank());

        JsonNode results = completion(banks).path("variables");
        assertThat(results.path("matched").path("value").asInt()).isEqualTo(100);
        assertThat(before).contains(results.path("transcriptHash").path("value").asText());
        assertThat(results.path("runs").path("value").asInt()).isEqualTo(1);
        completion(suppliers);
    }

    @Test
    void endWithWhateverStartedThem() throws Exception {
        Parties.companies(parties.bank(), 0, 300);
        Parties.companies(parties.supplier(), 200, 300);
        startBoth();

        assertThat(bank.endInput()).isZero();
        assertThat(WorkerProcess.command("run", parties.supplier().root().toString()))
                .startsWith("64 ")
                .contains("already runs");
        assertThat(supplier.endInput()).isZero();
    }

    private void startBoth() {
        bank = WorkerProcess.start(parties.bank());
        supplier = WorkerProcess.start(parties.supplier());
    }

    private Task bankTask() {
        return engine.add(Parties.BANK, MatchTestTopic.NAME, parties.task(job, parties.bank(), supplierAddress));
    }

    private Task supplierTask() {
        return engine.add(Parties.SUPPLIER, MatchTestTopic.NAME, parties.task(job, parties.supplier(), bankAddress));
    }

    private JsonNode completion(Task task) {
        await().atMost(Duration.ofSeconds(120)).until(() -> engine.look(each -> !each.completions.isEmpty(), task));
        assertThat(task.completions).hasSize(1);
        return task.completions.get(0);
    }
}
