package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.worker.EngineServer.Bulletins;
import org.sluice.worker.EngineServer.Task;
import org.sluice.worker.data.DemoData;
import org.sluice.worker.data.Schema;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.WorkerFolder;

/** What a worker tells the engine beside its tasks, and that nothing depends on whether it is heard. */
@Timeout(120)
class BulletinTest {

    @TempDir
    Path root;

    private final UUID job = UUID.randomUUID();
    private final List<AutoCloseable> open = new ArrayList<>();
    private EngineServer engine;
    private Parties parties;
    private Address bankAddress;

    @BeforeEach
    void prepare() throws IOException {
        engine = new EngineServer();
        open.add(engine);
        parties = new Parties(root);
        for (WorkerFolder folder : new WorkerFolder[] {parties.bank(), parties.supplier()}) {
            Parties.configure(folder, "engine.url", engine.url());
        }
        Files.writeString(parties.bank().credential(), "Bearer of-the-bank\n");
    }

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void namesTheDataSetsAtTheStartAndWheneverTheyChange() throws IOException {
        Parties.companies(parties.bank(), 0, 300);
        open(parties.bank());

        await().until(() -> engine.dataSets().size() == 1);
        JsonNode first = engine.dataSets().get(0);
        assertThat(first.path("credential").asText()).isEqualTo("Bearer of-the-bank");
        assertThat(first.path("sets")).hasSize(1);
        assertThat(first.path("sets").get(0).path("handle").asText())
                .isEqualTo(Parties.set(parties.bank()).handle().toString());
        assertThat(first.path("sets").get(0).path("name").asText()).isEqualTo("companies");
        assertThat(first.path("sets").get(0).path("rows").asInt()).isEqualTo(300);
        assertThat(first.path("sets").get(0).path("valued")).isEqualTo(BooleanNode.FALSE);

        Path data = parties.bank().data();
        Files.copy(data.resolve("companies.csv"), data.resolve("branches.csv"));
        Files.writeString(data.resolve("faulty.csv"), "uscc\nnobody\n");

        DemoData.write(parties.bank(), "owed", new DemoData.Window(Schema.USCC, 2026, 0, 300, true));

        await().until(() -> names(last(engine.dataSets())).equals(List.of("branches", "companies", "owed")));
        assertThat(last(engine.dataSets()).path("sets"))
                .filteredOn(set -> set.path("valued").booleanValue())
                .extracting(set -> set.path("name").asText())
                .containsExactly("owed");
    }

    /** Before the run, once at either side, and the same. */
    @Test
    void saysWhatTheLineToThePeerCarries() {
        Parties.companies(parties.bank(), 0, 300);
        Parties.companies(parties.supplier(), 100, 300);
        Parties.configure(parties.bank(), "line.measure", 2);
        Parties.configure(parties.supplier(), "line.measure", 1);
        Task banks = add(parties.bank(), open(parties.supplier()));
        add(parties.supplier(), bankAddress);

        completed(banks);
        await().until(() -> engine.lines().size() == 2);
        assertThat(engine.lines())
                .extracting(each -> each.path("peer").asText())
                .containsExactlyInAnyOrder(Parties.BANK, Parties.SUPPLIER);
        assertThat(engine.lines())
                .extracting(each -> each.path("megabits").asDouble())
                .allSatisfy(megabits -> assertThat(megabits).isPositive());
        assertThat(engine.lines().get(0).path("megabits"))
                .isEqualTo(engine.lines().get(1).path("megabits"));
    }

    /** Some seconds of work, so that more than the beginnings of the steps are told. */
    @Test
    void saysHowFarATaskIsAtEveryStepAndOnceASecond() {
        prepareSomeWork();
        Task banks = add(parties.bank(), open(parties.supplier()));
        await().until(() -> engine.look(task -> !task.progress.isEmpty(), banks));
        assertThat(banks.progress.get(0).path("step").asText()).isEqualTo("WAITING");
        assertThat(banks.progress.get(0).path("en").asText()).contains("has not taken up this job yet");
        assertThat(banks.progress.get(0).path("zh").asText()).containsPattern("[\\u4e00-\\u9fff]");
        add(parties.supplier(), bankAddress);

        completed(banks);
        List<JsonNode> told = banks.progress;
        assertThat(told.stream().map(each -> each.path("step").asText()).distinct())
                .containsSubsequence("WAITING", "HASHING", "MASKING");
        for (String step : List.of("HASHING", "MASKING")) {
            List<JsonNode> ofStep = told.stream()
                    .filter(each -> each.path("step").asText().equals(step))
                    .toList();
            assertThat(ofStep)
                    .extracting(each -> each.path("done").asLong())
                    .isSorted()
                    .allSatisfy(done -> assertThat(done).isBetween(1L, 5_000L));
            assertThat(ofStep).extracting(each -> each.path("total").asLong()).containsOnly(5_000L);
        }
        assertThat(told.get(told.size() - 1).path("bytes").asLong()).isPositive();
        Instant first = banks.progressAt.get(0);
        Instant last = banks.progressAt.get(told.size() - 1);
        assertThat(told).hasSizeBetween(4, (int) Duration.between(first, last).toSeconds() + 5);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "LEFT_HANGING"})
    void leavesTheJobAloneWhereNobodyListens(Bulletins treatment) {
        engine.bulletins(treatment);
        Parties.companies(parties.bank(), 0, 300);
        Parties.companies(parties.supplier(), 100, 400);
        Task banks = add(parties.bank(), open(parties.supplier()));
        Task suppliers = add(parties.supplier(), bankAddress);

        completed(banks);
        completed(suppliers);
        assertThat(banks.progress).isEmpty();
        assertThat(banks.failures).isEmpty();
    }

    /** Three fetches find nobody who speaks, the next one an engine: a line for either, and no stack. */
    @Test
    void waitsQuietlyForAnEngineThatIsNotThereYet() throws Exception {
        Parties.companies(parties.bank(), 0, 300);
        int port;
        WorkerProcess worker;
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = mute.getLocalPort();
            // On the command line, which goes before the folder's own settings.
            String url = "http://127.0.0.1:" + port + "/engine-rest";
            worker = WorkerProcess.start(parties.bank(), "--engine", url);
            open.add(worker);
            for (int connection = 0; connection < 12; connection++) {
                mute.accept().close();
            }
        }
        worker.awaitLog("hands out no tasks", 1);

        EngineServer late = new EngineServer(port);
        open.add(late);

        worker.awaitLog("answers", 1);
        await().until(() -> !late.dataSets().isEmpty());
        String log = Files.readString(parties.bank().log().resolve("worker.log"));
        assertThat(log.lines().filter(line -> line.contains("hands out no tasks")))
                .hasSize(1);
        assertThat(log).doesNotContain("\tat ", "ERROR", "Exception:");
    }

    /** Both workers; returns the address of this one. */
    private Address open(WorkerFolder folder) {
        Worker bank = Parties.open(parties.bank());
        open.add(bank);
        open.add(bank.takeTasks());
        bankAddress = bank.address();
        if (folder.equals(parties.bank())) {
            return bankAddress;
        }
        Worker supplier = Parties.open(folder);
        open.add(supplier);
        open.add(supplier.takeTasks());
        return supplier.address();
    }

    private void prepareSomeWork() {
        Parties.companies(parties.bank(), 0, 5_000);
        Parties.companies(parties.supplier(), 1_000, 5_000);
        for (WorkerFolder folder : new WorkerFolder[] {parties.bank(), parties.supplier()}) {
            Parties.configure(folder, "curve.provider", "bouncycastle");
            Parties.configure(folder, "jobs.threads", 1);
            Parties.configure(folder, "peer.window", 60);
        }
    }

    private Task add(WorkerFolder own, Address peer) {
        String party = own.equals(parties.bank()) ? Parties.BANK : Parties.SUPPLIER;
        return engine.add(party, MatchTestTopic.NAME, parties.task(job, own, peer));
    }

    private void completed(Task task) {
        await().atMost(Duration.ofSeconds(60)).until(() -> engine.look(each -> !each.completions.isEmpty(), task));
    }

    private static List<String> names(JsonNode told) {
        List<String> names = new ArrayList<>();
        told.path("sets").forEach(set -> names.add(set.path("name").asText()));
        return names.stream().sorted().collect(Collectors.toList());
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
