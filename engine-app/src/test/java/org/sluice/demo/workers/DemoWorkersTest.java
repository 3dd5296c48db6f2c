package org.sluice.demo.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.SluiceApplication;
import org.sluice.demo.data.DemoDatabase;
import org.sluice.privacy.OrderKey;
import org.sluice.support.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** Real workers in virtual machines of their own, from the worker's build folder. */
@Timeout(180)
class DemoWorkersTest {

    private static final Path PROGRAM = Path.of("..", "privacy-workers", "worker", "target");
    private static final String SUPPLIER = "sup-00045";
    private static final String OTHER_SUPPLIER = "sup-00108";
    private static final String NOBODY = "http://127.0.0.1:1";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path home;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var each : open) {
            each.close();
        }
    }

    @Test
    void haveFoldersOfTheirOwnComeBackWhenKilledAndAreTakenOverByTheNextHouse() throws Exception {
        var jdbc = JdbcClient.create(DemoDatabase.loaded("demo_workers"));
        var first = workers(jdbc, PROGRAM.toString());

        assertThat(first.open(NOBODY))
                .contains("bank and " + SUPPLIER + " and " + OTHER_SUPPLIER, "java @", " run ", "手动启动");
        awaitStarts("bank", 1);
        awaitStarts(SUPPLIER, 1);
        awaitStarts(OTHER_SUPPLIER, 1);
        assertThat(rows("bank")).isEqualTo(20_000);
        assertThat(rows(SUPPLIER)).isEqualTo(50_000);
        var registered = registered(jdbc);
        assertThat(registered.keySet()).containsExactlyInAnyOrder("bank", SUPPLIER, OTHER_SUPPLIER);
        assertThat(registered.get("bank")).isEqualTo(sha256(token("bank"))).isNotEqualTo(registered.get(SUPPLIER));
        var identity = identity("bank");
        var address = address(jdbc, "bank");

        var bank = first.kept().get(0);
        assertThat(bank.process().toHandle().destroyForcibly()).isTrue();
        awaitStarts("bank", 2);
        assertThat(starts(SUPPLIER)).isEqualTo(1);

        var ending = List.of(bank.process(), first.kept().get(1).process());
        first.stop();
        assertThat(ending).noneMatch(Process::isAlive);

        var second = workers(jdbc, PROGRAM.toString());
        second.open(NOBODY);
        awaitStarts("bank", 3);
        awaitStarts(SUPPLIER, 2);
        assertThat(identity("bank")).isEqualTo(identity);
        assertThat(registered(jdbc)).isEqualTo(registered);
        assertThat(address(jdbc, "bank")).isEqualTo(address);
    }

    /** Whoever ends the house while a folder is made ready leaves no command behind, and the next start goes on. */
    @Test
    void leaveNoCommandBehindWhenTheHouseEndsEarly() throws Exception {
        var jdbc = JdbcClient.create(DemoDatabase.loaded("demo_workers_early"));
        var first = workers(jdbc, PROGRAM.toString());
        first.open(NOBODY);
        await().atMost(SOON).until(() -> !commands().isEmpty());

        first.stop();

        assertThat(commands()).isEmpty();
        workers(jdbc, PROGRAM.toString()).open(NOBODY);
        awaitStarts(OTHER_SUPPLIER, 1);
        assertThat(starts("bank")).isEqualTo(1);
    }

    private List<String> commands() {
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(home.toString()))
                .toList();
    }

    /** As README says: a folder beside the others, named like the supplier. */
    @Test
    void knowAnotherOneThatSomebodyMakesByHand() throws Exception {
        var jdbc = JdbcClient.create(DemoDatabase.loaded("demo_workers_by_hand"));
        workers(jdbc, PROGRAM.toString()).open(NOBODY);
        awaitStarts("bank", 1);
        var program = WorkerProgram.find(PROGRAM, home.resolve("workers")).orElseThrow();
        var other = home.resolve("workers").resolve("sup-00214");

        program.run("init", other.toString(), "--party", "sup-00214", "--listen", "127.0.0.1:9460");

        await().atMost(SOON).until(() -> registered(jdbc).containsKey("sup-00214"));
        assertThat(address(jdbc, "sup-00214")).isEqualTo("127.0.0.1:9460");
        assertThat(other.resolve("trust").resolve("bank.crt")).exists();
        assertThat(home.resolve("workers/bank/trust/sup-00214.crt")).exists();
        assertThat(other.resolve("trust/engine.pem")).hasSameTextualContentAs(home.resolve("order-key.pub.pem"));
    }

    @Test
    void areNotMissedWhereTheyAreOffOrTheirProgramIsNotThere() {
        var jdbc = DemoDatabase.shared();
        var environment = environment(PROGRAM.toString()).withProperty("sluice.workers", "off");

        assertThat(new DemoWorkers(new WorkerRegistration(jdbc), new OrderKey(environment), environment).open(NOBODY))
                .contains("SLUICE_WORKERS=off");
        assertThat(workers(jdbc, "nowhere").open(NOBODY)).contains("nowhere", "a match test waits", "匹配测试将等待");
        assertThat(home.resolve("workers").resolve("bank")).doesNotExist();
    }

    @Test
    void areLeftAloneLongerWhenTheyDoNotLive() {
        assertThat(KeptWorker.furtherPause(1)).isZero();
        assertThat(KeptWorker.furtherPause(4)).isZero();
        assertThat(KeptWorker.furtherPause(5)).isEqualTo(Duration.ofSeconds(4));
        assertThat(KeptWorker.furtherPause(6)).isEqualTo(Duration.ofSeconds(8));
        assertThat(KeptWorker.furtherPause(1_000)).isEqualTo(Duration.ofMinutes(1));
    }

    /** The whole product as a process; both workers have been let in by the engine when it is killed. */
    @Test
    void endWithAProductThatIsKilled() throws Exception {
        var product = product();
        open.add(product::destroyForcibly);
        for (var party : List.of("bank", SUPPLIER, OTHER_SUPPLIER)) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> log(party).contains("/engine-rest answers") || !product.isAlive());
        }
        assertThat(product.isAlive()).as("%s", said()).isTrue();
        var workers = product.descendants().toList();
        assertThat(workers).hasSize(3);

        product.destroyForcibly();

        await().atMost(SOON).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(log("bank")).doesNotContain("\tat ");
    }

    private Process product() throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dsluice.workers.program=" + PROGRAM.toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                SluiceApplication.class.getName(),
                "--server.port=0",
                "--spring.profiles.active=demo",
                "--spring.datasource.url=" + Databases.fresh(),
                "--sluice.workers.list-rows=0",
                "--sluice.home=" + home);
        builder.environment()
                .keySet()
                .removeIf(
                        name -> name.startsWith("SPRING_") || name.startsWith("SLUICE_") || name.startsWith("SERVER_"));
        return builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("product.log").toFile())
                .start();
    }

    private DemoWorkers workers(JdbcClient jdbc, String program) {
        var environment = environment(program);
        var workers = new DemoWorkers(new WorkerRegistration(jdbc), new OrderKey(environment), environment);
        open.add(workers::stop);
        return workers;
    }

    private MockEnvironment environment(String program) {
        return new MockEnvironment()
                .withProperty("sluice.home", home.toString())
                .withProperty("sluice.workers.list-rows", "0")
                .withProperty("sluice.workers.program", program);
    }

    private void awaitStarts(String party, int times) throws IOException {
        await().atMost(SOON).until(() -> starts(party) >= times);
        assertThat(starts(party)).isEqualTo(times);
    }

    private long starts(String party) throws IOException {
        return log(party).lines().filter(line -> line.contains(" listens at ")).count();
    }

    private String log(String party) throws IOException {
        var log = folder(party).resolve("log").resolve("worker.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private String said() throws IOException {
        return Files.readString(home.resolve("product.log"));
    }

    private long rows(String party) throws IOException {
        try (var lines = Files.lines(folder(party).resolve("data").resolve("companies.csv"))) {
            return lines.count() - 1;
        }
    }

    private String token(String party) throws IOException {
        var credential =
                Files.readString(folder(party).resolve("engine-credential")).strip();
        assertThat(credential).matches("Bearer [0-9a-f]{64}");
        return credential.substring("Bearer ".length());
    }

    private byte[] identity(String party) throws IOException {
        return Files.readAllBytes(folder(party).resolve("identity").resolve("party.crt"));
    }

    private Path folder(String party) {
        return home.resolve("workers").resolve(party);
    }

    private static Map<String, String> registered(JdbcClient jdbc) {
        return jdbc
                .sql("select party, token_hash from sluice.worker_party")
                .query((row, n) -> Map.entry(row.getString("party"), row.getString("token_hash")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String address(JdbcClient jdbc, String party) {
        return jdbc.sql("select address from sluice.worker_party where party = ?")
                .param(party)
                .query(String.class)
                .single();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
