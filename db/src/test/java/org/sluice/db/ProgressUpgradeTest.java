package org.sluice.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What workers of before called the steps of a run is called what it is. */
class ProgressUpgradeTest {

    /** What a row has to have, up to its party, which here is called as the step. */
    private static final Map<String, String> ROWS = Map.of(
            "match_test_party", "(role, data_set, job, state, party, step) values ('learner', 'x', gen_random_uuid()",
            "privacy_order_party", "(order_step, state, party, step) values (gen_random_uuid()",
            "privacy_order_range",
                    "(range_index, order_step, range_id, state, party, step) values (0, gen_random_uuid(), gen_random_uuid()");

    @TempDir
    Path folder;

    @Test
    void keptProgressSaysWhatItWasAbout() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            String url = database.createDatabase("progress");
            Schema.upTo("34", url).migrate();
            try (var connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement()) {
                for (var row : ROWS.entrySet()) {
                    standAlone(row.getKey(), statement);
                    for (String step : List.of("HASHING", "MASKING", "CHECKING", "WAITING")) {
                        statement.execute("insert into sluice." + row.getKey() + row.getValue() + ", 'DONE', '" + step
                                + "', '" + step + "')");
                    }
                }

                Schema.on(url).migrate();

                for (String table : ROWS.keySet()) {
                    assertThat(steps(table, statement))
                            .as(table)
                            .containsExactly(
                                    "CHECKING became MASKING",
                                    "HASHING became HASHING",
                                    "MASKING became HASHING",
                                    "WAITING became WAITING");
                    assertThatThrownBy(() -> statement.execute("update sluice." + table + " set step = 'CHECKING'"))
                            .hasMessageContaining(table + "_step_check");
                }
            }
        }
    }

    /** For rows without the case, the order and the parties that they belong to. */
    private static void standAlone(String table, Statement statement) throws SQLException {
        List<String> keys = texts(
                "select conname from pg_constraint where contype = 'f' and conrelid = 'sluice." + table + "'::regclass",
                statement);
        for (String key : keys) {
            statement.execute("alter table sluice." + table + " drop constraint " + key);
        }
    }

    private static List<String> steps(String table, Statement statement) throws SQLException {
        return texts("select party || ' became ' || step from sluice." + table + " order by party", statement);
    }

    private static List<String> texts(String query, Statement statement) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
