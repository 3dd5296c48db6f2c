package org.sluice.rulebook;

import java.math.BigDecimal;
import java.time.Clock;
import org.sluice.shared.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The numbers in force today; rules, tables and timers take theirs from here and never from code. */
@Service
public class Parameters {

    private final JdbcClient jdbc;
    private final Clock clock;

    Parameters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws IllegalStateException when no value of the parameter is valid today */
    public BigDecimal number(String key) {
        var today = clock.instant().atZone(WorkingDays.ZONE).toLocalDate();
        return jdbc.sql("""
                        select value from sluice.rule_parameter
                        where key = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
                        order by valid_from desc limit 1
                        """)
                .params(key, today, today)
                .query(BigDecimal.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("No parameter " + key + " is valid on " + today));
    }

    public int whole(String key) {
        return number(key).intValueExact();
    }
}
