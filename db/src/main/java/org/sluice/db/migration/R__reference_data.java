package org.sluice.db.migration;

import static org.sluice.db.migration.ReferenceTable.follows;
import static org.sluice.db.migration.ReferenceTable.stays;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Brings {@code reference/<table>.csv} into the table of that name, after all other migrations and again whenever any
 * letter of the files changes: new rows are inserted, known ones take the file's text unless people edit them. No row is
 * ever taken away, since others may refer to it.
 *
 * <p>PostgreSQL's own COPY reads the files: the header names the columns and must match, the table's constraints judge
 * each row, and one bad row refuses the whole migration.
 */
public class R__reference_data extends BaseJavaMigration {

    /** In the order in which their rows refer to each other. */
    static final List<ReferenceTable> TABLES = List.of(
            follows("regulation", "code"),
            follows("regulation_clause", "ref"),
            follows("standard", "code"),
            follows("clock", "code"),
            follows("role", "id"),
            stays("org_unit", "code"),
            follows("data_class", "code"),
            follows("data_field", "data_class", "name"),
            follows("business_line", "code"),
            follows("scenario", "code").except("demo"),
            follows("state", "entity", "code"),
            follows("supplier_type", "code"),
            // known by its key alone: whatever values people gave it, and from when, is theirs
            stays("rule_parameter", "key"),
            stays("calendar_day", "day"));

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        CopyManager copy = context.getConnection().unwrap(PGConnection.class).getCopyAPI();
        try (Statement statement = context.getConnection().createStatement()) {
            for (ReferenceTable table : TABLES) {
                String csv = csv(table.name());
                String columns = csv.lines().findFirst().orElseThrow();
                statement.execute("create temporary table incoming (like sluice.%s including defaults) on commit drop"
                        .formatted(table.name()));
                copy.copyIn(
                        "copy incoming (%s) from stdin with (format csv, header match, encoding 'UTF8')"
                                .formatted(columns),
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
                statement.execute(table.merge(List.of(columns.split(","))));
                statement.execute("drop table incoming");
            }
        }
    }

    @Override
    public Integer getChecksum() {
        return checksum(R__reference_data::csv);
    }

    /** The same on every platform: line ends as a checkout may have changed them do not count. */
    static int checksum(UnaryOperator<String> files) {
        CRC32 sum = new CRC32();
        for (ReferenceTable table : TABLES) {
            String text = files.apply(table.name()).replace("\r", "");
            sum.update((table.name() + "\n" + text).getBytes(StandardCharsets.UTF_8));
        }
        return (int) sum.getValue();
    }

    private static String csv(String table) {
        String name = "/reference/" + table + ".csv";
        try (InputStream in = R__reference_data.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The reference data " + name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
