package org.sluice.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.sluice.demo.process.EngineClock;
import org.sluice.process.Invalid;
import org.sluice.process.NotPermitted;
import org.sluice.shared.Auditable;
import org.sluice.shared.WorkingDays;
import org.sluice.support.HouseTest;
import org.sluice.ui.demo.DemoDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@HouseTest
@RecordApplicationEvents
@WithUserDetails("platform-ops")
class DemoClockTest {

    @Autowired
    DemoDesk desk;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EngineClock engine;

    @Autowired
    ApplicationEvents events;

    @Test
    void takesTheEngineAlong() {
        var before = clock.instant();

        desk.advance(Duration.ofMinutes(5));

        assertThat(clock.instant()).isCloseTo(before.plus(Duration.ofMinutes(5)), within(30, ChronoUnit.SECONDS));
        assertThat(ClockUtil.now().toInstant()).isCloseTo(clock.instant(), within(5, ChronoUnit.SECONDS));
        assertThat(events.stream(Auditable.class).map(Auditable::action)).contains("demo.clockMoved");
    }

    @Test
    void outlivesARestart() {
        desk.advance(Duration.ofMinutes(1));

        assertThat(new DemoClock(jdbc, engine).instant()).isCloseTo(clock.instant(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void goesToTheSameHourOfAWorkingDay() {
        var before = clock.instant().atZone(WorkingDays.ZONE);

        desk.advanceWorkingDays(1);

        var after = clock.instant().atZone(WorkingDays.ZONE);
        assertThat(after.toLocalDate()).isAfter(before.toLocalDate());
        assertThat(after.toLocalTime()).isCloseTo(LocalTime.from(before), within(30, ChronoUnit.SECONDS));
    }

    @Test
    void neverGoesBack() {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> desk.advance(Duration.ofMinutes(-1)));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> desk.advanceWorkingDays(-1));
        assertThat(desk.now()).isAfter(Instant.EPOCH);
    }

    @Test
    @WithAnonymousUser
    void isNotMovedByStrangers() {
        assertThatExceptionOfType(NotPermitted.class).isThrownBy(() -> desk.advance(Duration.ofMinutes(1)));
    }
}
