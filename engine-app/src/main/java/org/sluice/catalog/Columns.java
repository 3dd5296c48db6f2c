package org.sluice.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;

/** Reads the column shapes that all tables of the catalogue share: a text in two languages, a list of codes. */
final class Columns {

    private Columns() {}

    /** The columns {@code <stem>_zh} and {@code <stem>_en}. */
    static LocalText text(ResultSet row, String stem) throws SQLException {
        return new LocalText(row.getString(stem + "_zh"), row.getString(stem + "_en"));
    }

    static @Nullable LocalText textOrNull(ResultSet row, String stem) throws SQLException {
        return row.getString(stem + "_zh") == null ? null : text(row, stem);
    }

    static List<String> codes(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
