package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.worker.data.DataHandle;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.data.DataSets;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Outcome.Cost;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.WorkerFolder;

/** Data sets that a PostgreSQL database holds, against a real one. */
@Timeout(180)
class DatabaseQueryTest {

    @TempDir
    static Path server;

    private static SourceDatabase database;

    @TempDir
    Path root;

    private Parties parties;
    private WorkerFolder bank;
    private DataSets sets;

    @BeforeAll
    static void start() {
        database = new SourceDatabase(server);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void open() {
        parties = new Parties(root);
        bank = parties.bank();
        sets = new DataSets(bank);
        Parties.companies(bank, 0, 300);
        database.holdsWhat(bank, "companies");
    }

    /** Three hundred rows, some written in full width, lower case and with blanks around. */
    @Test
    void readsWhatACsvFileOfTheSameRowsHolds() {
        database.execute("insert into firms (code) select code from firms limit 40");
        database.register(bank, "held");

        DataSet held = sets.read("held");

        DataSet file = sets.read("companies");
        assertThat(held.handle().version()).isEqualTo(file.handle().version());
        assertThat(held.size()).isEqualTo(300);
        assertThat(held.rows()).isEqualTo(340);
        assertThat(held.schema()).isEqualTo(file.schema());
        assertThat(sets.names()).containsExactly("companies", "held");
    }

    /** Each firm in two rows: a number beside one, and a text beside the other. */
    @Test
    void readsTheValuesThatACsvFileOfTheSameRowsHolds() throws IOException {
        List<String> codes = Files.readAllLines(bank.data().resolve("companies.csv"));
        List<String> lines = new ArrayList<>(List.of("uscc,name,value"));
        for (String code : codes.subList(1, codes.size())) {
            lines.add(code + ",a," + code.length());
            lines.add(code + ",b,7");
        }
        Files.write(bank.data().resolve("owed.csv"), lines);
        String query = "query=select code, length(code)::numeric::text as \"Amount\" from firms "
                + "union all select code, ' 7 ' from firms";
        database.register(bank, "held", query, "value=Amount");
        database.register(bank, "bare", query);

        DataSet held = sets.read("held");

        assertThat(held.values()).isPresent().isEqualTo(sets.read("owed").values());
        assertThat(held.handle().version()).isEqualTo(sets.read("owed").handle().version());
        assertThat(held.rows()).isEqualTo(600);
        assertThat(sets.read("bare").values()).isEmpty();
        assertThat(sets.read("bare").handle().version())
                .isEqualTo(sets.read("companies").handle().version());
    }

    /** What is too long comes over shortened, and must not pass for a value then. */
    @Test
    void refusesFaultyAndTooLargeValuesLikeAFile() {
        String firm = "(select max(code) from firms where length(code) = 18)";
        database.register(
                bank,
                "held",
                "value=amount",
                "query=select " + firm + " as code, amount from (values (1, '1099511627775'), (2, null), (3, '12.00'), "
                        + "(4, repeat('0', 300) || '5'), (5, 'secret')) as v(n, amount) order by n");

        Problem refused = catchThrowableOfType(Problem.class, () -> sets.read("held"));

        String why = " value is no whole number from 0 to 1,099,511,627,775";
        assertThat(refused.notice().code()).isEqualTo(NoticeCode.DATA_SET_FAULTY);
        assertThat(refused.notice().details())
                .containsExactly("held", "4", "row 2" + why + ", row 3" + why + ", row 4" + why + ", row 5" + why);

        database.register(
                bank, "held", "value=amount", "query=select code, 1099511627776 / 300 + 1 as amount from firms");
        assertThatThrownBy(() -> sets.read("held")).hasMessageContaining("data-values-too-large");
        database.register(bank, "held", "value=amount", "query=select code, 1099511627775 / 300 as amount from firms");
        assertThat(sets.read("held").values()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "select code from firms;",
        "select code from firms -- as of today",
        "with those as (select code from firms) select * from those order by code desc",
        "select code from firms where code <> '?{d}'"
    })
    void readsAQueryHoweverItIsWritten(String query) {
        database.register(bank, "held", "query=" + query);

        assertThat(sets.read("held").size()).isEqualTo(300);
    }

    @Test
    void takesTheColumnOfTheSchemasNameUnlessToldOtherwise() {
        database.register(bank, "held", "query=select name, code as uscc from firms");
        removeSetting("held", "column");

        assertThat(sets.read("held").size()).isEqualTo(300);
    }

    /** More rows than two portions of the cursor, read as numbers. */
    @Test
    void readsNumbersAndMoreRowsThanAPortion() {
        database.register(
                bank,
                "people",
                "schema=id-number",
                "query=select 110101190001010011 as code from generate_series(1, 25000)");

        assertThatThrownBy(() -> sets.read("people"))
                .hasMessageContaining("25000 of them; first: row 1 wrong check character, row 2");
    }

    /** The same words as for a file, but for the row; nothing of what stands there. */
    @Test
    void refusesFaultyRowsAndNamesNumbersButNoValue() {
        database.register(
                bank,
                "held",
                "query=select code from (values (1, (select max(code) from firms where length(code) = 18)), "
                        + "(2, '91990000000000000Q'), (3, null), (4, repeat('secret', 1000))) as v(n, code) order by n");

        Problem refused = catchThrowableOfType(Problem.class, () -> sets.read("held"));

        assertThat(refused.notice().code()).isEqualTo(NoticeCode.DATA_SET_FAULTY);
        assertThat(refused.notice().both())
                .contains("row 2 wrong check character, row 3 not 18 characters, row 4 not 18 characters")
                .doesNotContain("9199", "secret");
    }

    @Test
    void knowsAnotherVersionWhenTheTableHasChanged() {
        database.register(bank, "held");
        DataHandle before = sets.read("held").handle();
        assertThat(sets.of(before).size()).isEqualTo(300);

        database.execute("delete from firms where code = (select max(code) from firms)");

        assertThatThrownBy(() -> sets.of(before)).isInstanceOf(Problem.class).hasMessageContaining("data-set-changed");
        assertThat(sets.of(sets.read("held").handle()).size()).isEqualTo(299);
    }

    @Test
    void asksAnewWhenItsFileSaysSo() {
        database.register(bank, "held", "refresh.seconds=100");
        Map<String, String> at200 = sets.fingerprints(Instant.ofEpochSecond(200));

        assertThat(sets.fingerprints(Instant.ofEpochSecond(299))).isEqualTo(at200);
        assertThat(sets.fingerprints(Instant.ofEpochSecond(300)))
                .containsEntry("companies", at200.get("companies"))
                .doesNotContainEntry("held", at200.get("held"));
    }

    @Test
    void tellsTheEngineOfTheNewVersion() throws IOException {
        database.register(bank, "held", "refresh.seconds=1");
        try (EngineServer engine = new EngineServer()) {
            Parties.configure(bank, "engine.url", engine.url());
            try (Worker worker = Parties.open(bank);
                    var shell = worker.takeTasks()) {
                assertThat(shell).isNotNull();
                await().until(() ->
                        handles(engine).contains(sets.read("held").handle().toString()));
                DataHandle before = sets.read("held").handle();
                database.execute("delete from firms where code = (select max(code) from firms)");

                await().until(() ->
                        handles(engine).contains(sets.read("held").handle().toString()));
                assertThat(handles(engine)).doesNotContain(before.toString()).hasSize(2);
            }
        }
    }

    private static List<String> handles(EngineServer engine) {
        List<JsonNode> told = engine.dataSets();
        return told.isEmpty()
                ? List.of()
                : told.get(told.size() - 1).path("sets").findValuesAsText("handle");
    }

    @ParameterizedTest
    @CsvSource({
        "user=nobody-here,                               DATA_SOURCE_CLOSED",
        "query=select rolname as code from pg_authid,     DATA_SOURCE_CLOSED",
        "column=uscc,                                    DATA_QUERY_WRONG",
        "query=select nonsense,                          DATA_QUERY_WRONG",
        "query=select code from firms) q; drop table x,  DATA_QUERY_WRONG",
        "query=delete from firms returning code,         DATA_QUERY_WRONG",
        "url=jdbc:postgresql://127.0.0.1:1/none,         DATA_SOURCE_AWAY",
        "url=jdbc:mysql://127.0.0.1/firms,               DATA_QUERY_SETTING",
        "url=,                                           DATA_QUERY_SETTING",
        "user=,                                          DATA_QUERY_SETTING",
        "query=,                                         DATA_QUERY_SETTING",
        "schema=amount,                                  DATA_QUERY_SETTING",
        "value=,                                         DATA_QUERY_SETTING",
        "value=amount,                                   DATA_QUERY_WRONG",
        "password.file=nowhere,                          DATA_QUERY_SETTING",
        "timeout.seconds=soon,                           DATA_QUERY_SETTING",
        "refresh.seconds=0,                              DATA_QUERY_SETTING"
    })
    void saysWhatIsTheTrouble(String setting, NoticeCode code) {
        database.register(bank, "held", setting);

        Problem trouble = catchThrowableOfType(Problem.class, () -> sets.read("held"));

        assertThat(trouble.notice().code()).isEqualTo(code);
        assertThat(trouble.notice().both()).contains("held").doesNotContain(SourceDatabase.PASSWORD, "mysql");
        assertThat(trouble).hasNoCause();
    }

    @Test
    void saysThatADatabaseIsTooSlow() {
        database.register(
                bank, "held", "timeout.seconds=1", "query=select code from firms, pg_sleep(600) where code <> ''");

        assertThatThrownBy(() -> sets.read("held")).hasMessageContaining("data-source-slow");
    }

    @Test
    void writesNothingWhateverTheQueryCalls() {
        database.execute("create or replace function tidied() returns text language sql security definer "
                + "as 'delete from firms returning code'");
        database.register(bank, "held", "query=select tidied() as code");

        assertThatThrownBy(() -> sets.read("held")).hasMessageContaining("data-query-wrong");
        database.register(bank, "held");
        assertThat(sets.read("held").rows()).isEqualTo(300);
    }

    @Test
    void takesNoPasswordButFromAFileOfItsOwn() throws IOException {
        database.register(bank, "held", "url=" + database.url() + "?Password=" + SourceDatabase.PASSWORD);
        assertThatThrownBy(() -> sets.read("held"))
                .hasMessageContaining("must not carry a password")
                .hasMessageNotContaining(SourceDatabase.PASSWORD);

        database.register(bank, "held");
        Path password = bank.root().resolve("database-password");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> sets.read("held")).hasMessageContaining("its owner's alone");

        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(password, "a wrong one");
        assertThatThrownBy(() -> sets.read("held"))
                .hasMessageContaining("data-source-closed")
                .hasMessageContaining("28P01")
                .hasMessageNotContaining("a wrong one");
    }

    @Test
    void refusesANameThatTwoSourcesBear() {
        database.register(bank, "companies");

        assertThatThrownBy(() -> sets.read("companies")).hasMessageContaining("data-set-twice");
        assertThat(sets.names()).containsExactly("companies");
    }

    @Test
    void stopsReadingWhenItsJobIsStopped() {
        database.register(bank, "held", "query=select code from firms, generate_series(1, 100)");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> sets.read("held")).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** The bank's set is a file, the supplier's a table. */
    @Test
    void countsWithAPeerWhateverItsSourceIs() {
        Parties.companies(parties.supplier(), 100, 500);
        database.holdsWhat(parties.supplier(), "companies");
        int join = parties.join();
        removeFile(parties.supplier());
        database.register(parties.supplier(), "companies");

        try (Worker learns = Parties.open(bank);
                Worker responds = Parties.open(parties.supplier())) {
            UUID job = UUID.randomUUID();
            Map<String, Object> suppliers = parties.task(job, parties.supplier(), learns.address());
            CompletableFuture<Outcome> responding =
                    CompletableFuture.supplyAsync(() -> Parties.run(responds, suppliers));
            Outcome learned = Parties.run(learns, parties.task(job, bank, responds.address()));

            assertThat(((Outcome.Done) learned).results()).containsEntry("matched", (long) join);
            assertThat(responding.join()).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void triesAJobAgainWhoseDatabaseIsAway() {
        removeFile(bank);
        database.register(bank, "companies");
        Map<String, Object> task = parties.task(UUID.randomUUID(), bank, new Address("127.0.0.1", 1));
        database.register(bank, "companies", "url=jdbc:postgresql://127.0.0.1:1/none");

        try (Worker worker = Parties.open(bank)) {
            assertThat(Parties.run(worker, task)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.notice().code()).isEqualTo(NoticeCode.DATA_SOURCE_AWAY);
                assertThat(failed.cost()).isEqualTo(Cost.ONE);
            });
            database.register(bank, "companies");
            assertThat(Parties.run(worker, task)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(
                            failed.notice().code())
                    .isEqualTo(NoticeCode.PEER_AWAY));
        }
    }

    private static void removeFile(WorkerFolder folder) {
        try {
            Files.delete(folder.data().resolve("companies.csv"));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private void removeSetting(String name, String key) {
        Path file = bank.data().resolve(name + ".query.properties");
        try {
            List<String> rest = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith(key + "="))
                    .toList();
            Files.write(file, rest);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
