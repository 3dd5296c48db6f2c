package org.sluice.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: ten wrong passwords for one username within five minutes close it until the oldest of them is
 * five minutes old. Kept in memory: a restart forgives.
 */
@Component
class SignInGuard {

    static final int FAILURES = 10;
    static final Duration WINDOW = Duration.ofMinutes(5);

    /** Guessed usernames may be any number; the eldest are forgotten first. */
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();

    SignInGuard(Clock clock) {
        this.clock = clock;
    }

    @EventListener
    void on(AuthenticationFailureBadCredentialsEvent failure) {
        failed(failure.getAuthentication().getName());
    }

    @EventListener
    void on(AuthenticationSuccessEvent success) {
        succeeded(success.getAuthentication().getName());
    }

    synchronized void failed(String username) {
        var times = failures.computeIfAbsent(key(username), name -> new ArrayDeque<>());
        times.addLast(clock.instant());
        if (times.size() > FAILURES) {
            times.removeFirst();
        }
        if (failures.size() > REMEMBERED) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    synchronized void succeeded(String username) {
        failures.remove(key(username));
    }

    synchronized boolean isLocked(String username) {
        var times = failures.get(key(username));
        return times != null
                && times.size() >= FAILURES
                && times.getFirst().isAfter(clock.instant().minus(WINDOW));
    }

    private static String key(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
