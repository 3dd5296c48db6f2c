package org.sluice.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What workers of before called the steps of a run is called what it is. */
class ProgressUpgradeTest {

    @TempDir
    Path folder;

    @Test
    void keptProgressSaysWhatItWasAbout() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            String url = database.createDatabase("progress");
            Schema.upTo("34", url).migrate();
            try (var connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement()) {
                // for rows alone, without the case, the test and the parties that they belong to
                statement.execute("alter table sluice.match_test_party drop constraint match_test_party_job_fkey,"
                        + " drop constraint match_test_party_party_fkey");
                for (String step : List.of("HASHING", "MASKING", "CHECKING", "WAITING")) {
                    statement.execute("insert into sluice.match_test_party (job, party, role, data_set, state, step)"
                            + " values (gen_random_uuid(), '" + step + "', 'learner', 'x', 'DONE', '" + step
                            + "')");
                }

                Schema.on(url).migrate();

                assertThat(steps(statement))
                        .containsExactly(
                                "CHECKING became MASKING",
                                "HASHING became HASHING",
                                "MASKING became HASHING",
                                "WAITING became WAITING");
                assertThatThrownBy(() -> statement.execute("update sluice.match_test_party set step = 'CHECKING'"))
                        .hasMessageContaining("match_test_party_step_check");
            }
        }
    }

    private static List<String> steps(Statement statement) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (var rows = statement.executeQuery("select party, step from sluice.match_test_party order by party")) {
            while (rows.next()) {
                steps.add(rows.getString(1) + " became " + rows.getString(2));
            }
        }
        return steps;
    }
}
