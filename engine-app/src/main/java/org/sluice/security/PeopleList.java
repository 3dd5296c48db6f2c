package org.sluice.security;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.Page;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.ui.people.PeopleDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The administrator's lists: people with their accounts and roles, and the units. */
@Repository
class PeopleList {

    private static final String MATCHING = """
              from sluice.person p
              join sluice.org_unit u on u.code = p.org_unit
              left join lateral (
                select min(username) as username, bool_or(enabled) as enabled
                  from sluice.account where person = p.id) a on true
             where :text = ''
                or strpos(lower(concat_ws(' ', p.name_zh, p.name_en, p.post_zh, p.post_en, p.org_unit, u.name_zh,
                                          u.name_en, a.username)), :text) > 0
            """;

    private final JdbcClient jdbc;

    PeopleList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<PeopleDesk.Row> people(@Nullable String text, int offset, int limit) {
        var wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        var total = jdbc.sql("select count(*)" + MATCHING)
                .param("text", wanted)
                .query(Long.class)
                .single();
        var rows = jdbc.sql("""
                        select p.id, p.name_zh, p.name_en, p.post_zh, p.post_en, p.org_unit, p.active,
                               u.name_zh as unit_zh, u.name_en as unit_en,
                               coalesce(a.username, '') as username, coalesce(a.enabled, false) as enabled,
                               (select string_agg(distinct r.role, ',')
                                  from sluice.person_role r where r.person = p.id) as roles
                        """ + MATCHING + " order by a.username, p.id limit :limit offset :offset")
                .param("text", wanted)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> new PeopleDesk.Row(
                        new PersonId(row.getObject("id", UUID.class)),
                        new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        new LocalText(row.getString("post_zh"), row.getString("post_en")),
                        new UnitCode(row.getString("org_unit")),
                        new LocalText(row.getString("unit_zh"), row.getString("unit_en")),
                        row.getString("username"),
                        roles(row.getString("roles")),
                        row.getBoolean("enabled") && row.getBoolean("active")))
                .list();
        return new Page<>(total, rows);
    }

    private static Set<Role> roles(@Nullable String names) {
        return names == null
                ? Set.of()
                : Stream.of(names.split(",")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    List<PeopleDesk.Unit> units() {
        return jdbc.sql("""
                        select code, name_zh, name_en, tier, parent from sluice.org_unit
                         order by case tier when 'HEAD_OFFICE' then 0 when 'FIRST_TIER' then 1 else 2 end, code
                        """)
                .query((row, n) -> {
                    var parent = row.getString("parent");
                    return new PeopleDesk.Unit(
                            new UnitCode(row.getString("code")),
                            new LocalText(row.getString("name_zh"), row.getString("name_en")),
                            row.getString("tier"),
                            parent == null ? null : new UnitCode(parent));
                })
                .list();
    }

    void add(PeopleDesk.Unit unit) {
        jdbc.sql("insert into sluice.org_unit (code, parent, tier, name_zh, name_en) values (?, ?, ?, ?, ?)")
                .params(
                        unit.code().value(),
                        unit.parent() == null ? null : unit.parent().value(),
                        unit.tier(),
                        unit.name().zh(),
                        unit.name().en())
                .update();
    }
}
