package org.sluice.demo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;

class DemoDataTest {

    private static final List<String> TABLES = List.of(
            "region",
            "org_unit",
            "person",
            "person_role",
            "supplier",
            "data_product",
            "scenario",
            "application_case",
            "contract",
            "quality_reading",
            "budget_line",
            "ledger_entry",
            "ledger_posting",
            "setting");

    @Test
    void isTheSameAtEveryLoad() {
        var first = content(DemoDatabase.sharedSource());
        var second = content(DemoDatabase.loaded("demo_second"));

        assertThat(second).isEqualTo(first);
        assertThat(first.values()).doesNotContain("0 null");
    }

    @Test
    void loadsOnlyOnce() {
        var before = content(DemoDatabase.sharedSource());

        var loadedAgain = DemoDatabase.data(DemoDatabase.sharedSource(), DemoDatabase.ENCODER)
                .load();

        assertThat(loadedAgain).isFalse();
        assertThat(content(DemoDatabase.sharedSource())).isEqualTo(before);
    }

    @Test
    void leavesNothingBehindWhenItFails() {
        var source = DemoDatabase.migrated("demo_failing");
        var empty = content(source);
        // the ledger comes last: everything before it has been written by then
        var jdbc = new JdbcTemplate(source);
        jdbc.execute("alter table sluice.ledger_entry rename to ledger_entry_gone");

        assertThatThrownBy(() -> DemoDatabase.data(source, DemoDatabase.ENCODER).load())
                .hasMessageContaining("ledger_entry");

        jdbc.execute("alter table sluice.ledger_entry_gone rename to ledger_entry");
        assertThat(content(source)).isEqualTo(empty);
        assertThat(DemoDatabase.data(source, DemoDatabase.ENCODER).load()).isTrue();
    }

    @Test
    void hashesThePasswordOnce() {
        var source = DemoDatabase.migrated("demo_counting");
        var counting = new PasswordEncoder() {
            private int calls;

            @Override
            public String encode(CharSequence rawPassword) {
                calls++;
                return "hash";
            }

            @Override
            public boolean matches(CharSequence rawPassword, String encodedPassword) {
                return false;
            }
        };

        DemoDatabase.data(source, counting).load();

        assertThat(counting.calls).isEqualTo(1);
    }

    /** Count and hash of each table's rows; accounts without their salted hashes. */
    private static Map<String, String> content(DataSource source) {
        var jdbc = new JdbcTemplate(source);
        var content = new LinkedHashMap<String, String>();
        for (var table : TABLES) {
            content.put(table, hash(jdbc, "select * from sluice." + table));
        }
        content.put("account", hash(jdbc, "select username, person, enabled, demo, language from sluice.account"));
        return content;
    }

    private static String hash(JdbcTemplate jdbc, String rows) {
        return jdbc.queryForObject(
                "select count(*) || ' ' || md5(string_agg(t::text, '|' order by t::text)) from (" + rows + ") t",
                String.class);
    }
}
