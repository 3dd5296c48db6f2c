package org.sluice.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.shared.Actor;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts, read fresh at each call. */
@Repository
class Accounts {

    private final JdbcClient jdbc;
    private final boolean demo;

    Accounts(JdbcClient jdbc, Environment environment) {
        this.jdbc = jdbc;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    Optional<Account> find(String username) {
        return jdbc.sql("""
                        select a.username, a.person, a.password_hash, a.must_change_password, a.demo, a.language,
                               a.enabled and p.active and (not a.demo or :demo) as open
                          from sluice.account a join sluice.person p on p.id = a.person
                         where a.username = :username
                        """)
                .param("demo", demo)
                .param("username", username.strip().toLowerCase(Locale.ROOT))
                .query((row, n) -> new Account(
                        row.getString("username"),
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getString("password_hash"),
                        row.getBoolean("must_change_password"),
                        row.getBoolean("open"),
                        row.getBoolean("demo"),
                        row.getString("language") == null ? null : Locale.forLanguageTag(row.getString("language"))))
                .optional();
    }

    /** Who acts by an account, and whether it may. */
    record Acting(Actor actor, boolean open, boolean mustChangePassword) {}

    /** All that every call asks anew, at once. */
    Optional<Acting> acting(String username) {
        return jdbc.sql("""
                        select a.username, a.person, a.must_change_password, p.name_zh, p.name_en, p.org_unit,
                               a.enabled and p.active and (not a.demo or :demo) as open,
                               array(select array[r.role, r.org_unit] from sluice.person_role r
                                      where r.person = p.id) as rights
                          from sluice.account a join sluice.person p on p.id = a.person
                         where a.username = :username
                        """)
                .param("demo", demo)
                .param("username", username.strip().toLowerCase(Locale.ROOT))
                .query((row, n) -> new Acting(
                        new Actor(
                                new PersonId(row.getObject("person", UUID.class)),
                                row.getString("username"),
                                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                                new UnitCode(row.getString("org_unit")),
                                rights(row)),
                        row.getBoolean("open"),
                        row.getBoolean("must_change_password")))
                .optional();
    }

    private static Set<Actor.Right> rights(ResultSet row) throws SQLException {
        return Arrays.stream((Object[]) row.getArray("rights").getArray())
                .map(String[].class::cast)
                .map(right -> new Actor.Right(Role.valueOf(right[0]), new UnitCode(right[1])))
                .collect(Collectors.toSet());
    }

    boolean exists(String username) {
        return jdbc.sql("select exists (select 1 from sluice.account where username = ?)")
                .param(username)
                .query(Boolean.class)
                .single();
    }

    /** Is there anybody but the demo's people? */
    boolean anyOwn() {
        return jdbc.sql("select exists (select 1 from sluice.account where not demo)")
                .query(Boolean.class)
                .single();
    }

    /** A new account starts with a password that somebody else has chosen: it must be changed. */
    void add(String username, PersonId person, String passwordHash) {
        jdbc.sql("""
                        insert into sluice.account (username, person, password_hash, must_change_password)
                        values (?, ?, ?, true)
                        """).params(username, person.value(), passwordHash).update();
    }

    void setPassword(String username, String passwordHash, boolean mustChange) {
        jdbc.sql("update sluice.account set password_hash = ?, must_change_password = ? where username = ?")
                .params(passwordHash, mustChange, username)
                .update();
    }

    void setLanguage(String username, Locale language) {
        jdbc.sql("update sluice.account set language = ? where username = ?")
                .params(language.getLanguage(), username)
                .update();
    }
}
