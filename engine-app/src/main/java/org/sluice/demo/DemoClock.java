package org.sluice.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.sluice.demo.process.EngineClock;
import org.sluice.shared.WorkingDays;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A clock that can be moved, only forward: the system's clock plus an offset that outlives a restart. The engine's
 * clock goes with it.
 */
@Component
@Profile("demo")
class DemoClock extends Clock {

    private static final String OFFSET = "demo.clock.offset";

    private final JdbcClient jdbc;
    private final EngineClock engine;
    private final Clock system;
    private final AtomicLong offset;

    DemoClock(JdbcClient jdbc, EngineClock engine) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.system = Clock.system(WorkingDays.ZONE);
        this.offset = new AtomicLong(stored());
        engine.ahead(ahead());
    }

    /** Moves the clock with the transaction that this is called in: when it commits, not if it fails. */
    void moveBy(Duration step) {
        var moved = jdbc.sql("""
                        insert into sluice.setting (key, value) values (:key, :step)
                        on conflict (key) do update
                           set value = (setting.value::bigint + excluded.value::bigint)::text
                        returning value
                        """)
                .param("key", OFFSET)
                .param("step", String.valueOf(step.toMillis()))
                .query(String.class)
                .single();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                arrive(Long.parseLong(moved));
            }
        });
    }

    private void arrive(long ahead) {
        // Two moves may commit in one order and arrive here in the other: the farther one stands.
        offset.accumulateAndGet(ahead, Math::max);
        engine.ahead(ahead());
        engine.wake();
    }

    private Duration ahead() {
        return Duration.ofMillis(offset.get());
    }

    private long stored() {
        return jdbc.sql("select value from sluice.setting where key = ?")
                .param(OFFSET)
                .query(String.class)
                .optional()
                .map(Long::parseLong)
                .orElse(0L);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead());
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var house = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return house.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return house.withZone(other);
            }
        };
    }
}
