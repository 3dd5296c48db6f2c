package org.sluice.demo.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.sluice.process.LocalText;
import org.springframework.jdbc.core.JdbcTemplate;

/** The reference data that the demo stands on, read once. */
final class DemoTaxonomy {

    record DataClass(
            String code,
            LocalText name,
            boolean publicData,
            List<String> subjects,
            int jrMin,
            int jrMax,
            List<String> forms) {}

    record Field(int jrLevel, boolean personalInfo) {}

    private final Map<String, DataClass> classes = new LinkedHashMap<>();
    private final Map<String, Map<String, Field>> fields = new HashMap<>();
    private final Map<String, LocalText> lines = new LinkedHashMap<>();
    private final Set<String> actingByLaw;

    DemoTaxonomy(JdbcTemplate jdbc) {
        jdbc.query("select * from sluice.data_class order by seq", row -> {
            classes.put(row.getString("code"), dataClass(row));
        });
        jdbc.query("select * from sluice.data_field", row -> {
            fields.computeIfAbsent(row.getString("data_class"), code -> new HashMap<>())
                    .put(row.getString("name"), new Field(row.getInt("jr_level"), row.getBoolean("personal_info")));
        });
        jdbc.query("select * from sluice.business_line order by seq", row -> {
            lines.put(row.getString("code"), name(row));
        });
        actingByLaw =
                Set.copyOf(jdbc.queryForList("select code from sluice.supplier_type where acts_by_law", String.class));
    }

    DataClass dataClass(String code) {
        return Objects.requireNonNull(classes.get(code), code);
    }

    Set<String> publicClasses() {
        return classes.values().stream()
                .filter(DataClass::publicData)
                .map(DataClass::code)
                .collect(Collectors.toSet());
    }

    /** The dictionary of a class by field name, empty when it has none. */
    Map<String, Field> fields(String dataClass) {
        return fields.getOrDefault(dataClass, Map.of());
    }

    /** The business lines in their order. */
    Map<String, LocalText> lines() {
        return lines;
    }

    boolean actsByLaw(String supplierType) {
        return actingByLaw.contains(supplierType);
    }

    private static DataClass dataClass(ResultSet row) throws SQLException {
        return new DataClass(
                row.getString("code"),
                name(row),
                row.getBoolean("public_data"),
                codes(row, "subjects"),
                row.getInt("jr_min"),
                row.getInt("jr_max"),
                codes(row, "forms"));
    }

    private static LocalText name(ResultSet row) throws SQLException {
        return new LocalText(row.getString("name_zh"), row.getString("name_en"));
    }

    private static List<String> codes(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
