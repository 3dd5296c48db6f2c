package org.sluice.rulebook;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.sluice.process.LocalText;
import org.sluice.shared.Numbers;
import org.sluice.shared.Term;
import org.sluice.shared.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The numbers in force today; rules, tables and timers take theirs from here and never from code. */
@Service
public class Parameters implements Numbers {

    /** A number with its meaning. */
    record Value(String key, BigDecimal value, String unit, LocalText what) {

        static Value of(ResultSet row, int n) throws SQLException {
            return new Value(
                    row.getString("key"),
                    row.getBigDecimal("value"),
                    row.getString("unit"),
                    new LocalText(row.getString("what_zh"), row.getString("what_en")));
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Parameters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public BigDecimal number(String key) {
        return find(key).orElseThrow(() -> none(key));
    }

    /** The number for a qualifier where there is one, else the general one. */
    public BigDecimal numberFor(String key, String qualifier) {
        return find(key + "." + qualifier).or(() -> find(key)).orElseThrow(() -> none(key));
    }

    private IllegalStateException none(String key) {
        return new IllegalStateException("No parameter " + key + " is valid on " + today());
    }

    private Optional<BigDecimal> find(String key) {
        var today = today();
        return jdbc.sql("""
                        select value from sluice.rule_parameter
                        where key = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
                        order by valid_from desc limit 1
                        """).params(key, today, today).query(BigDecimal.class).optional();
    }

    /** The numbers whose keys begin so, as they are in force now, read at once. */
    public Numbers below(String prefix) {
        var today = today();
        var values = new HashMap<String, BigDecimal>();
        jdbc.sql("""
                        select distinct on (key) key, value from sluice.rule_parameter
                        where starts_with(key, ?) and valid_from <= ? and (valid_to is null or valid_to >= ?)
                        order by key, valid_from desc
                        """).params(prefix, today, today).query(row -> {
            values.put(row.getString("key"), row.getBigDecimal("value"));
        });
        return key -> Optional.ofNullable(values.get(key)).orElseThrow(() -> none(key));
    }

    /** Changes whenever what {@link #inForce} gives does. */
    String fingerprint() {
        var today = today();
        return jdbc.sql("""
                        select encode(sha256(convert_to(string_agg(key || '=' || value, E'\n' order by key), 'UTF8')), 'hex')
                        from (select distinct on (key) key, value from sluice.rule_parameter
                              where valid_from <= ? and (valid_to is null or valid_to >= ?)
                              order by key, valid_from desc) in_force
                        """).params(today, today).query(String.class).single();
    }

    /** A step's own term, in working days from when it is asked. */
    public List<Term> term(String key, Instant asked) {
        return List.of(new Term(asked, whole(key)));
    }

    /** All that are valid today, in the order of their keys. */
    List<Value> inForce() {
        var today = today();
        return jdbc.sql("""
                        select distinct on (key) * from sluice.rule_parameter
                        where valid_from <= ? and (valid_to is null or valid_to >= ?)
                        order by key, valid_from desc
                        """).params(today, today).query(Value::of).list();
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }
}
