package org.sluice.db.migration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Loads {@code reference/<table>.csv} into the table of that name, by PostgreSQL's own COPY: the header names the
 * columns and must match, the table's constraints judge each row, and one bad row refuses the whole migration.
 *
 * <p>The checksum covers the text of all files: after a release they are history, like an SQL migration, and a change of
 * reference data is a new migration.
 */
public class V7__reference_data extends BaseJavaMigration {

    /** The tables in the order in which their rows refer to each other. */
    static final List<String> TABLES = List.of(
            "regulation",
            "regulation_clause",
            "standard",
            "clock",
            "role",
            "org_unit",
            "data_class",
            "data_field",
            "business_line",
            "scenario",
            "state",
            "supplier_type",
            "rule_parameter",
            "calendar_day");

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        CopyManager copy = context.getConnection().unwrap(PGConnection.class).getCopyAPI();
        for (String table : TABLES) {
            byte[] csv = csv(table);
            String columns =
                    new String(csv, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
            copy.copyIn(
                    "copy sluice.%s (%s) from stdin with (format csv, header match, encoding 'UTF8')"
                            .formatted(table, columns),
                    new ByteArrayInputStream(csv));
        }
    }

    /** The same on every platform: line ends as a checkout may have changed them do not count. */
    @Override
    public Integer getChecksum() {
        CRC32 sum = new CRC32();
        for (String table : TABLES) {
            String text = new String(csv(table), StandardCharsets.UTF_8).replace("\r", "");
            sum.update((table + "\n" + text).getBytes(StandardCharsets.UTF_8));
        }
        return (int) sum.getValue();
    }

    private static byte[] csv(String table) {
        String name = "/reference/" + table + ".csv";
        try (InputStream in = V7__reference_data.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The reference data " + name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
