package org.sluice.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInGuardTest {

    private final MovableClock clock = new MovableClock();
    private final SignInGuard guard = new SignInGuard(clock);

    @Test
    void locksAfterTenFailuresAndOpensAgain() {
        fail("Legal", SignInGuard.FAILURES - 1);
        assertThat(guard.isLocked("legal")).isFalse();

        fail("legal", 1);
        assertThat(guard.isLocked("legal")).isTrue();
        assertThat(guard.isLocked("audit")).isFalse();

        clock.now = clock.now.plus(SignInGuard.WINDOW);
        assertThat(guard.isLocked("legal")).isFalse();
    }

    @Test
    void forgetsFailuresThatAreOld() {
        fail("legal", SignInGuard.FAILURES - 1);
        clock.now = clock.now.plus(Duration.ofMinutes(6));
        fail("legal", 1);

        assertThat(guard.isLocked("legal")).isFalse();
    }

    @Test
    void startsAnewAfterASuccess() {
        fail("legal", SignInGuard.FAILURES - 1);
        guard.succeeded("legal");
        fail("legal", 1);

        assertThat(guard.isLocked("legal")).isFalse();
    }

    private void fail(String username, int times) {
        for (int i = 0; i < times; i++) {
            guard.failed(username);
        }
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-01-05T01:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
