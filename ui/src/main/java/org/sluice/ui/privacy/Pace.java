package org.sluice.ui.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.ui.privacy.MatchTestDesk.Progress;

/**
 * When what a worker does now will be over, at the rate at which it has moved while somebody watched. It is silent where
 * a rate would be a guess: before a twentieth was seen, or within the first seconds.
 */
final class Pace {

    private static final Duration SEEN_LONG_ENOUGH = Duration.ofSeconds(5);
    private static final int SEEN_ENOUGH = 20;

    private record Part(UUID step, boolean bank, MatchTestStep what) {}

    private final Map<Part, Progress> begun = new HashMap<>();

    /** @param bank whose worker says so: the bank's, or the partner's */
    Optional<Instant> end(UUID step, boolean bank, @Nullable Progress now) {
        if (now == null || now.step() == MatchTestStep.WAITING) {
            return Optional.empty();
        }
        var part = new Part(step, bank, now.step());
        var first = begun.computeIfAbsent(part, each -> now);
        if (now.done() < first.done()) {
            // it has begun anew
            begun.put(part, now);
            return Optional.empty();
        }
        var moved = now.done() - first.done();
        var took = Duration.between(first.at(), now.at());
        var left = now.total() - now.done();
        if (moved < Math.max(1, now.total() / SEEN_ENOUGH) || took.compareTo(SEEN_LONG_ENOUGH) < 0 || left <= 0) {
            return Optional.empty();
        }
        return Optional.of(now.at().plusMillis((long) ((double) took.toMillis() * left / moved)));
    }
}
