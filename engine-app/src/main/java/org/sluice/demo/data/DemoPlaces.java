package org.sluice.demo.data;

import java.util.List;
import org.sluice.process.LocalText;
import org.springframework.jdbc.core.JdbcTemplate;

/** Regions and branches; a branch carries the name of its region. */
final class DemoPlaces {

    record Region(String code, LocalText name, LocalText shortName) {}

    record Unit(String code, String tier, LocalText name) {

        boolean isHeadOffice() {
            return tier.equals("HEAD_OFFICE");
        }
    }

    private static final Unit HEAD_OFFICE = new Unit("HO", "HEAD_OFFICE", new LocalText("总行", "Head office"));

    private final JdbcTemplate jdbc;

    DemoPlaces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static List<Region> regions() {
        return WordList.of("regions.csv").rows().stream()
                .map(row -> new Region(row.get("code"), row.text(""), row.text("short_")))
                .toList();
    }

    static List<Unit> branches() {
        return WordList.of("units.csv").rows().stream()
                .map(row -> new Unit(row.get("code"), row.get("tier"), row.text("")))
                .toList();
    }

    static Unit headOffice() {
        return HEAD_OFFICE;
    }

    void load() {
        jdbc.batchUpdate(
                "insert into sluice.region (code, name_zh, name_en, demo) values (?, ?, ?, true)",
                regions().stream()
                        .map(region -> new Object[] {
                            region.code(), region.name().zh(), region.name().en()
                        })
                        .toList());
        jdbc.batchUpdate(
                "insert into sluice.org_unit (code, parent, tier, name_zh, name_en) values (?, ?, ?, ?, ?)",
                WordList.of("units.csv").rows().stream()
                        .map(row -> new Object[] {
                            row.get("code"), row.get("parent"), row.get("tier"), row.get("zh"), row.get("en")
                        })
                        .toList());
    }
}
