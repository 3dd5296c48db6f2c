package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.worker.EngineServer.Task;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.shell.Shell;

/** Two workers and an engine that speaks the real API: every way in which a task can end. */
@Timeout(120)
class ShellTest {

    private static final Address NOBODY = new Address("127.0.0.1", 1);

    @TempDir
    Path root;

    private final UUID job = UUID.randomUUID();
    private EngineServer engine;
    private Parties parties;
    private Worker bank;
    private Worker supplier;
    private Shell banksShell;
    private Shell suppliersShell;

    @BeforeEach
    void prepare() throws IOException {
        engine = new EngineServer();
        parties = new Parties(root);
        Parties.companies(parties.bank(), 0, 300);
        Parties.companies(parties.supplier(), 100, 400);
        for (WorkerFolder folder : new WorkerFolder[] {parties.bank(), parties.supplier()}) {
            Parties.configure(folder, "engine.url", engine.url());
        }
        Files.writeString(parties.bank().credential(), "Bearer of-the-bank\n");
    }

    /** After each test has set what it needs. */
    private void open() {
        bank = Parties.open(parties.bank());
        supplier = Parties.open(parties.supplier());
        banksShell = bank.takeTasks();
        suppliersShell = supplier.takeTasks();
    }

    @AfterEach
    void stop() {
        banksShell.close();
        suppliersShell.close();
        bank.close();
        supplier.close();
        engine.close();
    }

    @Test
    void completesBothTasksWithTypedResults() {
        open();
        Task banks = add(Parties.BANK, task(parties.bank(), supplier.address()));
        Task suppliers = add(Parties.SUPPLIER, task(parties.supplier(), bank.address()));

        JsonNode results = completion(banks).path("variables");
        assertThat(results.path("matched").path("value").asLong()).isEqualTo(parties.join());
        assertThat(results.path("matched").path("type").asText()).isEqualTo("Long");
        assertThat(results.path("matchRate").path("type").asText()).isEqualTo("Double");
        assertThat(results).hasSize(MatchTestTopic.RESULT.size() + 1);
        assertThat(results.path("receipt").path("value").asText()).contains("\"signer\":\"bank\"");
        assertThat(completion(suppliers).path("variables").path("transcriptHash"))
                .isEqualTo(results.path("transcriptHash"));
        assertThat(engine.credentials()).contains("Bearer of-the-bank").contains("null");
    }

    @Test
    void turnsARefusalIntoABpmnErrorWithItsReason() {
        open();
        Map<String, Object> wrong = task(parties.bank(), NOBODY);
        Parties.put(wrong, MatchTestTopic.LEAST_SET, 301L);
        Task task = add(Parties.BANK, wrong);

        await().until(() -> engine.look(each -> !each.errors.isEmpty(), task));
        JsonNode error = task.errors.get(0);
        assertThat(error.path("errorCode").asText()).isEqualTo(MatchTestTopic.REFUSED);
        assertThat(error.path("errorMessage").asText())
                .contains("[set-too-small]", "任务要求不少于 301 个", "the job wants at least 301");
        assertThat(error.path("variables").path("reason").path("value").asText())
                .isEqualTo("set-too-small");
    }

    /** Several windows pass; the engine sees why, and the tries that it counts stay untouched. */
    @Test
    void waitsForAPeerWithoutSpendingRetries() {
        Parties.configure(parties.bank(), "peer.window", 2);
        open();
        Task task = add(Parties.BANK, task(parties.bank(), NOBODY));

        await().atMost(Duration.ofSeconds(30)).until(() -> engine.look(each -> each.failures.size() >= 2, task));
        for (JsonNode failure : engine.look(each -> java.util.List.copyOf(each.failures), task)) {
            assertThat(failure.path("retries").asInt()).isEqualTo(3);
            assertThat(failure.path("errorMessage").asText()).contains("[peer-away]", "没有应答", "does not answer");
        }
    }

    @Test
    void endsInAnIncidentAfterTheDeadline() {
        open();
        Map<String, Object> late = task(parties.bank(), NOBODY);
        Parties.put(late, MatchTestTopic.DEADLINE, Date.from(Instant.now().minusSeconds(1)));
        Task task = add(Parties.BANK, late);

        await().until(() -> engine.look(Task::isIncident, task));
        assertThat(task.failures).hasSize(1);
        assertThat(task.failures.get(0).path("errorMessage").asText()).contains("[deadline-passed]");
    }

    @Test
    void spendsRetriesOnAPeerThatIsSomebodyElse() throws IOException {
        Parties.configure(parties.bank(), "job.retries", 2);
        open();
        Files.delete(parties.supplier().trusted(bank.identity().party()));
        Task task = add(Parties.BANK, task(parties.bank(), supplier.address()));

        await().atMost(Duration.ofSeconds(30)).until(() -> engine.look(Task::isIncident, task));
        assertThat(task.failures)
                .extracting(each -> each.path("retries").asInt())
                .containsExactly(1, 0);
        assertThat(task.failures.get(0).path("errorMessage").asText()).contains("[peer-not-proven]");
    }

    @Test
    void holdsItsLockWhileItWaits() {
        Parties.configure(parties.bank(), "peer.window", 60);
        open();
        Task task = add(Parties.BANK, task(parties.bank(), NOBODY));

        await().atMost(Duration.ofSeconds(20)).until(() -> engine.look(each -> each.extensions >= 5, task));
        assertThat(engine.<Integer>look(each -> each.fetches, task)).isEqualTo(1);
    }

    /** The slot is free again: another task runs while nothing of the first is left. */
    @Test
    void stopsWhenTheEngineNoLongerHasTheTask() {
        Parties.configure(parties.bank(), "peer.window", 60);
        Parties.configure(parties.bank(), "jobs.slots", 1);
        open();
        Task cancelled = add(Parties.BANK, task(parties.bank(), NOBODY));
        await().until(() -> engine.look(each -> each.fetches == 1, cancelled));

        engine.cancel(cancelled);
        Map<String, Object> next = parties.task(UUID.randomUUID(), parties.bank(), NOBODY);
        Parties.put(next, MatchTestTopic.LEAST_SET, 301L);
        Task another = add(Parties.BANK, next);

        await().atMost(Duration.ofSeconds(20)).until(() -> engine.look(each -> each.errors.size() == 1, another));
        assertThat(cancelled.completions).isEmpty();
        assertThat(cancelled.failures).isEmpty();
    }

    /** The end is reported when the engine is back, once, and was computed once. */
    @Test
    void reportsWhenTheEngineIsBack() {
        Parties.configure(parties.bank(), "peer.window", 60);
        open();
        Task banks = add(Parties.BANK, task(parties.bank(), supplier.address()));
        await().until(() -> engine.look(each -> each.fetches == 1, banks));
        // In one step with its hand-out: a small test ends sooner than anybody could stop the engine.
        Task suppliers =
                engine.addAsLast(Parties.SUPPLIER, MatchTestTopic.NAME, task(parties.supplier(), bank.address()));
        await().until(() -> engine.look(each -> each.fetches == 1, suppliers));
        await().until(() -> Files.exists(parties.bank().jobs().resolve(job + ".json")));
        await().until(() -> Files.exists(parties.supplier().jobs().resolve(job + ".json")));
        assertThat(banks.completions).isEmpty();
        engine.down(false);

        assertThat(completion(banks)
                        .path("variables")
                        .path("runs")
                        .path("value")
                        .asInt())
                .isEqualTo(1);
        completion(suppliers);
    }

    /** An error in the model must not keep a worker busy for ever: people see it as a failure, and the outcome is kept. */
    @Test
    void leavesAnEngineThatFailsOnTheOutcomeToPeople() {
        Parties.configure(parties.bank(), "job.retries", 1);
        open();
        Map<String, Object> variables = task(parties.bank(), supplier.address());
        variables.put("somethingElse", "not for workers");
        Task banks = add(Parties.BANK, variables);
        banks.failsOnComplete = true;
        Task suppliers = add(Parties.SUPPLIER, task(parties.supplier(), bank.address()));

        await().atMost(Duration.ofSeconds(30)).until(() -> engine.look(Task::isIncident, banks));
        assertThat(banks.failures.get(0).path("errorMessage").asText()).contains("[engine-fails]");
        assertThat(banks.asked).hasSameSizeAs(MatchTestTopic.INPUT);
        assertThat(parties.bank().jobs().resolve(job + ".json")).exists();
        completion(suppliers);
    }

    @Test
    void waitsOutAnEngineThatIsNotThereYet() {
        open();
        engine.down(true);
        Task task = add(Parties.BANK, task(parties.bank(), supplier.address()));
        add(Parties.SUPPLIER, task(parties.supplier(), bank.address()));
        await().pollDelay(Duration.ofSeconds(1)).until(() -> engine.look(each -> each.fetches == 0, task));
        engine.down(false);

        completion(task);
    }

    private Map<String, Object> task(WorkerFolder own, Address peer) {
        return parties.task(job, own, peer);
    }

    private Task add(String party, Map<String, Object> variables) {
        return engine.add(party, MatchTestTopic.NAME, variables);
    }

    private JsonNode completion(Task task) {
        await().atMost(Duration.ofSeconds(60)).until(() -> engine.look(each -> !each.completions.isEmpty(), task));
        assertThat(task.completions).hasSize(1);
        return task.completions.get(0);
    }
}
