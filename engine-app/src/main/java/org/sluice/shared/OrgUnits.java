package org.sluice.shared;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisation: head office, first-tier branches, second-tier branches below them. */
@Component
public class OrgUnits {

    /** @param parent null for head office */
    public record OrgUnit(
            UnitCode code, LocalText name, @Nullable UnitCode parent) {}

    private final JdbcClient jdbc;

    OrgUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<UnitCode, OrgUnit> all() {
        var units = new HashMap<UnitCode, OrgUnit>();
        jdbc.sql("select code, parent, name_zh, name_en from sluice.org_unit").query(row -> {
            var parent = row.getString("parent");
            var code = new UnitCode(row.getString("code"));
            var name = new LocalText(row.getString("name_zh"), row.getString("name_en"));
            units.put(code, new OrgUnit(code, name, parent == null ? null : new UnitCode(parent)));
        });
        return units;
    }

    /** @throws NotFound when there is no such unit */
    public OrgUnit get(UnitCode code) {
        var unit = all().get(code);
        if (unit == null) {
            throw new NotFound("unit", code.value());
        }
        return unit;
    }

    /** The unit and everything below it. */
    public Set<UnitCode> subtree(UnitCode top) {
        var units = all();
        var covered = new HashSet<UnitCode>();
        covered.add(top);
        for (boolean grew = true; grew; ) {
            grew = false;
            for (var unit : units.values()) {
                if (unit.parent() != null && covered.contains(unit.parent())) {
                    grew |= covered.add(unit.code());
                }
            }
        }
        return covered;
    }
}
