package org.sluice.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sees who waits for whose lock, so that a test of a race lets it happen in the order that it wants. */
public class LockWaits {

    private final JdbcClient jdbc;

    LockWaits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns once another transaction waits for something that this thread's transaction holds. */
    public void awaitOneBehindMe() {
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jdbc.sql("""
                                select exists (select 1 from pg_stat_activity
                                               where pg_backend_pid() = any(pg_blocking_pids(pid)))
                                """).query(Boolean.class).single());
    }
}
