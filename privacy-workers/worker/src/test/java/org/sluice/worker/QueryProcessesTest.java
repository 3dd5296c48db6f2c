package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluice.worker.QueryParties.LIST;
import static org.sluice.worker.QueryParties.assertFound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two virtual machines and an invented list; whichever of them is killed, the list is set up once and counted right. */
@Timeout(240)
class QueryProcessesTest {

    private static final int ROWS = 3000;
    private static final String SET_UP = "is being set up: " + ROWS;

    @TempDir
    Path root;

    private QueryParties parties;
    private WorkerProcess bank;
    private WorkerProcess supplier;

    @BeforeEach
    void start() throws Exception {
        parties = new QueryParties(root);
        String made = WorkerProcess.command(
                "demo-list", parties.supplier().root().toString(), "--name", LIST, "--rows", String.valueOf(ROWS));
        assertThat(made).startsWith("0 ").contains("\"evaluationsPerDay\":10000");
        supplier = WorkerProcess.start(parties.supplier());
        bank = WorkerProcess.start(parties.bank());
    }

    @AfterEach
    void stop() {
        bank.close();
        supplier.close();
    }

    @Test
    void answerAfterAKillOfTheSupplierWithoutASecondSetUp() throws Exception {
        JsonNode before = parties.awaitVersion(1);
        assertThat(before.path("records").asInt()).isEqualTo(ROWS);
        String[] row = row(1);
        String[] other = row(ROWS);
        assertFound(parties.ask(row[0]), row[1]);
        assertFound(parties.ask("NOBODY"), "");
        assertThat(metered()).isEqualTo("2/2");

        supplier.kill();
        Path day = onlyFileIn(parties.supplier().queries().resolve("meter"));
        Files.writeString(day, "bank " + LIST + " evaluations 6", StandardOpenOption.APPEND);
        assertThat(parties.ask(other[0]).code()).isEqualTo("query-peer-away");
        supplier = WorkerProcess.start(parties.supplier());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> parties.described().path("state").asText().equals("READY"));

        assertThat(parties.described()).isEqualTo(before);
        assertFound(parties.ask(other[0], row[0], "NOBODY"), other[1], row[1], "");
        assertThat(metered()).isEqualTo("10/10");
        assertThat(supplier.count(SET_UP)).isEqualTo(1);
        assertThat(bank.count("is held in version 1")).isEqualTo(1);
    }

    @Test
    void answerAfterAKillOfTheBankWithoutASecondPublication() throws Exception {
        parties.awaitVersion(1);
        String[] row = row(1);
        assertFound(parties.ask(row[0]), row[1]);
        bank.kill();
        bank = WorkerProcess.start(parties.bank());
        assertFound(parties.ask(row[0]), row[1]);
        assertThat(bank.count("is held in version 1")).isEqualTo(1);
        assertThat(metered()).isEqualTo("2/2");
    }

    /** The bank was away while the list changed twice, and nothing of either question shows in a log. */
    @Test
    void followWhatChangedMeanwhile() throws Exception {
        parties.awaitVersion(1);
        String[] row = row(1);
        assertFound(parties.ask(row[0]), row[1]);
        Path csv = parties.supplier().lists().resolve(LIST + ".csv");
        QueryParties.write(csv, Files.readString(csv) + "ADDED,FIRST\n");
        parties.awaitVersion(2);
        QueryParties.write(csv, Files.readString(csv).replace("ADDED,FIRST", "ADDED,SECOND"));
        parties.awaitVersion(3);

        assertFound(parties.ask("added", row[0]), "SECOND", row[1]);
        assertThat(supplier.count(SET_UP)).isEqualTo(1);
        assertThat(bank.count("is held in version 3 by updates")).isEqualTo(1);
        assertThat(supplier.count("91990000") + bank.count("91990000")).isZero();
        assertThat(supplier.count("ADDED") + bank.count("ADDED") + bank.count("SECOND"))
                .isZero();
    }

    private String[] row(int number) throws IOException {
        List<String> lines = Files.readAllLines(parties.supplier().lists().resolve(LIST + ".csv"));
        return lines.get(number).split(",");
    }

    /** Evaluations and retrievals, as the command says. */
    private String metered() throws Exception {
        String said = WorkerProcess.command("meter", parties.supplier().root().toString());
        assertThat(said).startsWith("0 ");
        assertThat(said.substring(2).lines()).hasSize(1);
        JsonNode line = new ObjectMapper().readTree(said.substring(2));
        assertThat(line.path("peer").asText()).isEqualTo(Parties.BANK);
        assertThat(line.path("list").asText()).isEqualTo(LIST);
        return line.path("evaluations").asLong() + "/" + line.path("retrievals").asLong();
    }

    private static Path onlyFileIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
