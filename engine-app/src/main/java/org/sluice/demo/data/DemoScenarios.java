package org.sluice.demo.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sluice.process.LocalText;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The scenarios beyond the reference ones: some with an idea of their own, some variants of a reference scenario for one
 * kind of client or product.
 */
final class DemoScenarios {

    record Scenario(
            String code, LocalText name, String line, List<String> dataClasses, String impact, List<String> forms) {}

    private final JdbcTemplate jdbc;

    DemoScenarios(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the demo's scenarios and returns all of them. */
    List<Scenario> load() {
        var all = reference();
        var rows = new ArrayList<Object[]>();
        for (var row : WordList.of("scenarios.csv").rows()) {
            var base = row.get("base").isEmpty() ? null : Objects.requireNonNull(all.get(row.get("base")));
            var scenario = base == null
                    ? new Scenario(
                            row.get("code"),
                            row.text(""),
                            row.get("line"),
                            row.words("classes"),
                            row.get("impact"),
                            row.words("forms"))
                    : new Scenario(
                            row.get("code"),
                            row.text(""),
                            base.line(),
                            base.dataClasses(),
                            base.impact(),
                            base.forms());
            all.put(scenario.code(), scenario);
            rows.add(new Object[] {
                scenario.code(),
                scenario.name().zh(),
                scenario.name().en(),
                scenario.line(),
                scenario.dataClasses().toArray(String[]::new),
                scenario.forms().toArray(String[]::new),
                scenario.impact(),
                base == null ? null : base.code()
            });
        }
        jdbc.batchUpdate("""
                insert into sluice.scenario (code, name_zh, name_en, business_line, data_classes, forms, decision_impact,
                    base, demo)
                values (?, ?, ?, ?, ?::text[], ?::text[], ?, ?, true)
                """, rows);
        return List.copyOf(all.values());
    }

    private Map<String, Scenario> reference() {
        var all = new LinkedHashMap<String, Scenario>();
        jdbc.query("select * from sluice.scenario order by code", row -> {
            all.put(
                    row.getString("code"),
                    new Scenario(
                            row.getString("code"),
                            new LocalText(row.getString("name_zh"), row.getString("name_en")),
                            row.getString("business_line"),
                            List.of((String[]) row.getArray("data_classes").getArray()),
                            row.getString("decision_impact"),
                            List.of((String[]) row.getArray("forms").getArray())));
        });
        return all;
    }
}
