package org.sluice.shared;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers by which people call cases: {@code REQ-2026-00001}. They rise, and gaps are accepted. */
@Component
public class CaseNumbers {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param prefix tells the kind of case
     * @param sequence of the database, which counts on over the years
     */
    public String next(String prefix, String sequence) {
        var next = jdbc.sql("select nextval(?::regclass)")
                .param(sequence)
                .query(Long.class)
                .single();
        return "%s-%d-%05d".formatted(prefix, WorkingDays.today(clock).getYear(), next);
    }
}
