package org.sluice.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables refuse by themselves, whoever asks. */
class TableGuardsTest {

    private static final String PERSON = "'00000000-0000-0000-0000-000000000001'";
    private static final String CASE = "'00000000-0000-0000-0000-000000000002'";

    @TempDir
    static Path folder;

    private static EmbeddedDatabase database;

    private Connection connection;

    @BeforeAll
    static void migrate() throws SQLException {
        database = EmbeddedDatabase.start(folder);
        Schema.on(database.url()).migrate();
        try (Connection c = DriverManager.getConnection(database.url());
                Statement s = c.createStatement()) {
            s.execute("insert into sluice.person (id, name_zh, name_en, post_zh, post_en, org_unit) values (" + PERSON
                    + ", '示例', 'Example', '经办', 'officer', 'HO')");
            s.execute("insert into sluice.case_file (case_id, number, title, org_unit, initiator, state, opened_at)"
                    + " values (" + CASE + ", 'REQ-2026-00001', 'x', 'HO', " + PERSON + ", 'DRAFT', now())");
            s.execute("insert into sluice.budget_line (code, fiscal_year, source, org_unit, name_zh, name_en)"
                    + " values ('BL-2026-CENTRAL', 2026, 'CENTRAL', 'HO', '中央', 'Central')");
            s.execute("insert into sluice.rule_release (content_hash, in_force_from) values ('h', now())");
            s.execute("insert into sluice.rule_release_table select number, 'd', '<d/>' from sluice.rule_release");
            s.execute("insert into sluice.rule_release_parameter"
                    + " select number, 'p', 1, 'days', '参数', 'Parameter' from sluice.rule_release");
            s.execute("insert into sluice.rule_release_text select number, 'a/b.drl', 'x' from sluice.rule_release");
            s.execute(
                    "insert into sluice.rule_release_rule select number, 'S-01', 1, 'a', 'WARN', 'POLICY', false, '{}',"
                            + " '{}', 'b', '文', 'text', '文', 'text', 'a/b.drl', 1, 'x' from sluice.rule_release");
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = DriverManager.getConnection(database.url());
        connection.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void refusesAnUnbalancedEntryAtCommit() throws SQLException {
        entry("unbalanced");
        posting("unbalanced", "AVAILABLE", "-100.00");
        posting("unbalanced", "PRE_COMMITTED", "99.99");
        assertThatThrownBy(connection::commit).hasMessageContaining("is not balanced");
        assertThat(count("select count(*) from sluice.ledger_entry where reference = 'unbalanced'"))
                .isZero();
    }

    @Test
    void takesABalancedEntryAndShowsItInTheBalance() throws SQLException {
        entry("balanced");
        posting("balanced", "APPROPRIATED", "-500.00");
        posting("balanced", "AVAILABLE", "500.00");
        connection.commit();
        assertThat(count("select appropriated::int from sluice.budget_balance where code = 'BL-2026-CENTRAL'"))
                .isEqualTo(500);
        assertThatThrownBy(() -> run("update sluice.ledger_posting set amount = 1"))
                .hasMessageContaining("rows of ledger_posting are never changed or deleted");
    }

    @Test
    void refusesTheSameReferenceTwice() throws SQLException {
        entry("once");
        assertThatThrownBy(() -> entry("once")).hasMessageContaining("ledger_entry_reference_key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update sluice.ledger_entry set note = 'x'",
                "delete from sluice.ledger_entry",
                "update sluice.audit_event set action = 'x'",
                "delete from sluice.audit_event",
                "delete from sluice.audit_seal",
                "update sluice.decision_record set element = 'x'",
                "delete from sluice.decision_record",
                "update sluice.rule_release set content_hash = 'x'",
                "update sluice.rule_release_table set dmn = 'x'",
                "update sluice.rule_release_parameter set value = 2",
                "delete from sluice.rule_release_parameter",
                "truncate sluice.rule_release_table",
                "update sluice.rule_release_text set drl = 'x'",
                "truncate sluice.rule_release_text cascade",
                "update sluice.rule_release_rule set severity = 'MANUAL'",
                "delete from sluice.rule_release_rule",
                "truncate sluice.rule_release_rule",
                "truncate sluice.ledger_entry cascade",
                "truncate sluice.ledger_posting",
                "truncate sluice.audit_event cascade",
                "truncate sluice.audit_seal",
                "truncate sluice.decision_record"
            })
    void refusesToChangeWhatIsRecord(String change) throws SQLException {
        entry("kept");
        run("insert into sluice.audit_event (at, action, subject) values (now(), 'requirement.submitted', 'REQ')");
        run("insert into sluice.audit_seal (event, seq, hash) select max(id), 1, 'x'::bytea from sluice.audit_event");
        run(
                "insert into sluice.decision_record (case_id, decision, release, facts, facts_schema, fired, outcome, at, element)"
                        + " select " + CASE
                        + ", 'd', max(number), '{}', 1, '{}', '{}', now(), 'e' from sluice.rule_release");
        assertThatThrownBy(() -> run(change)).hasMessageContaining("are never changed or deleted");
    }

    private void entry(String reference) throws SQLException {
        run("insert into sluice.ledger_entry (reference, kind, at) values ('" + reference + "', 'APPROPRIATE', now())");
    }

    private void posting(String reference, String bucket, String amount) throws SQLException {
        run("insert into sluice.ledger_posting (entry, budget_line, bucket, amount) select id, 'BL-2026-CENTRAL', '"
                + bucket + "', " + amount + " from sluice.ledger_entry where reference = '" + reference + "'");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String query) throws SQLException {
        try (Connection other = DriverManager.getConnection(database.url());
                Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
