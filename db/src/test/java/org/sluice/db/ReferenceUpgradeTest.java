package org.sluice.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * A database as the first landing left it ({@code landed/}: the reference files of then), with what people have changed
 * since, comes to today's reference data without losing their changes.
 */
class ReferenceUpgradeTest {

    @TempDir
    static Path folder;

    private static EmbeddedDatabase database;
    private static Connection connection;
    private static String url;
    private static int executed;

    @BeforeAll
    static void upgrade() throws SQLException, IOException {
        database = EmbeddedDatabase.start(folder);
        url = database.createDatabase("landed");
        Schema.asLanded(url).migrate();
        connection = DriverManager.getConnection(url);
        for (String table : Csv.LANDED) {
            load(table);
        }
        run("update sluice.regulation_clause set summary_en = 'an older text' where ref = 'CN-PIPL-28'");
        run("update sluice.scenario set name_en = 'an older text' where code = 'LOAN_ADMISSION'");
        run("update sluice.scenario set name_en = 'of the demo', demo = true where code = 'CARD_ADMISSION'");
        run("update sluice.rule_parameter set value = 12, set_by = 'person' where key = 'password.minLength'");
        run("insert into sluice.rule_parameter (key, value, unit, valid_from, set_by, basis, what_zh, what_en)"
                + " values ('data.maxHops', 2, 'hops', '2026-05-01', 'person', 'x', '来源', 'hops')");
        run("update sluice.calendar_day set working = true, verified = true where day = '2026-01-02'");
        executed = Schema.on(url).migrate().migrationsExecuted;
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void whatTheFirstLandingHasInItsHistoryIsStillTrue() throws IOException {
        var sum = new CRC32();
        for (String table : Csv.LANDED) {
            sum.update((table + "\n" + landed(table).replace("\r", "")).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(new org.sluice.db.migration.V7__reference_data().getChecksum())
                .isEqualTo((int) sum.getValue());
        assertThat(Schema.on(url).validateWithResult().validationSuccessful).isTrue();
    }

    @Test
    void newRowsCome() throws SQLException {
        assertThat(texts("select ref from sluice.regulation_clause where ref in ('CN-PIPL-42', 'CN-CRIR-2')"))
                .hasSize(2);
        assertThat(texts("select value::text from sluice.rule_parameter where key = 'supplier.listCheckDays'"))
                .containsExactly("30");
    }

    @Test
    void whatTheFilesSayReplacesTheOlderText() throws SQLException {
        assertThat(texts("select summary_en from sluice.regulation_clause where ref = 'CN-PIPL-28'")
                        .get(0))
                .startsWith("sensitive PI: biometrics");
        assertThat(texts("select name_en from sluice.scenario where code = 'LOAN_ADMISSION'"))
                .containsExactly("Loan admission");
    }

    @Test
    void whatPeopleOrTheDemoHaveSetStays() throws SQLException {
        assertThat(texts("select value || ' ' || set_by from sluice.rule_parameter where key = 'password.minLength'"))
                .containsExactly("12 person");
        assertThat(texts("select value::text from sluice.rule_parameter where key = 'data.maxHops'"))
                .as("no older row beside the person's")
                .containsExactly("2");
        assertThat(texts("select working || ' ' || verified from sluice.calendar_day where day = '2026-01-02'"))
                .containsExactly("true true");
        assertThat(texts("select name_en from sluice.scenario where code = 'CARD_ADMISSION'"))
                .containsExactly("of the demo");
    }

    @Test
    void migratedAgainNothingHappens() {
        assertThat(executed).isPositive();
        assertThat(Schema.on(url).migrate().migrationsExecuted).isZero();
    }

    private static void load(String table) throws SQLException, IOException {
        var csv = landed(table);
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy sluice.%s (%s) from stdin with (format csv, header match, encoding 'UTF8')"
                                .formatted(table, csv.lines().findFirst().orElseThrow()),
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static String landed(String table) throws IOException {
        try (InputStream in = ReferenceUpgradeTest.class.getResourceAsStream("/landed/" + table + ".csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
        }
    }

    private static List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
