package org.sluice.security;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People and their rights. */
@Repository
class PeopleTable {

    record Person(PersonId id, LocalText name, LocalText post, UnitCode unit, LocalText unitName) {}

    private final JdbcClient jdbc;

    PeopleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Person get(PersonId id) {
        return jdbc.sql("""
                        select p.name_zh, p.name_en, p.post_zh, p.post_en, p.org_unit,
                               u.name_zh as unit_zh, u.name_en as unit_en
                          from sluice.person p join sluice.org_unit u on u.code = p.org_unit
                         where p.id = ?
                        """)
                .param(id.value())
                .query((row, n) -> new Person(
                        id,
                        new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        new LocalText(row.getString("post_zh"), row.getString("post_en")),
                        new UnitCode(row.getString("org_unit")),
                        new LocalText(row.getString("unit_zh"), row.getString("unit_en"))))
                .optional()
                .orElseThrow(() -> new NotFound("person", id.toString()));
    }

    Set<Actor.Right> rights(PersonId id) {
        return new HashSet<>(jdbc.sql("select role, org_unit from sluice.person_role where person = ?")
                .param(id.value())
                .query((row, n) ->
                        new Actor.Right(Role.valueOf(row.getString("role")), new UnitCode(row.getString("org_unit"))))
                .list());
    }

    /** The roles that go with no other. */
    Set<Role> heldAlone() {
        return new HashSet<>(jdbc.sql("select id from sluice.role where held_alone")
                .query((row, n) -> Role.valueOf(row.getString("id")))
                .list());
    }

    PersonId add(LocalText name, LocalText post, UnitCode unit) {
        var id = new PersonId(UUID.randomUUID());
        jdbc.sql("""
                        insert into sluice.person (id, name_zh, name_en, post_zh, post_en, org_unit)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(id.value(), name.zh(), name.en(), post.zh(), post.en(), unit.value())
                .update();
        return id;
    }

    /** Gives exactly these roles, at this unit, and no others anywhere. */
    void setRights(PersonId id, Set<Role> roles, UnitCode unit) {
        jdbc.sql("delete from sluice.person_role where person = ?")
                .param(id.value())
                .update();
        for (var role : roles) {
            jdbc.sql("insert into sluice.person_role (person, role, org_unit) values (?, ?, ?)")
                    .params(id.value(), role.name(), unit.value())
                    .update();
        }
    }

    void setEnabled(PersonId id, boolean enabled) {
        jdbc.sql("update sluice.account set enabled = ? where person = ?")
                .params(enabled, id.value())
                .update();
    }

    /** Lets nobody else change accounts or rights until this transaction ends, so that counting them means something. */
    void lock() {
        jdbc.sql("lock table sluice.account, sluice.person_role in share row exclusive mode")
                .update();
    }

    boolean hasOtherAdministrator(PersonId than) {
        return jdbc.sql("""
                        select exists (
                          select 1 from sluice.account a
                            join sluice.person p on p.id = a.person
                            join sluice.person_role r on r.person = p.id
                           where a.enabled and p.active and r.role = 'ADMINISTRATOR' and p.id <> ?)
                        """).param(than.value()).query(Boolean.class).single();
    }

    String username(PersonId id) {
        return jdbc.sql("select username from sluice.account where person = ? order by username limit 1")
                .param(id.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("account", id.toString()));
    }
}
