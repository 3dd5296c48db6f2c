package org.sluice.privacy;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;

/**
 * What a party's worker reports of a step; what it does not say is null. Names and units as in
 * {@link org.sluice.process.privacy.PrivacyOrderTopic}.
 */
public record OrderReport(
        @Nullable Long ownSize,
        @Nullable Double expectedSeconds,
        @Nullable Long expectedMebibytes,
        @Nullable Long peerSize,
        @Nullable Long matched,
        @Nullable Long bytes,
        @Nullable Double seconds,
        @Nullable Long runs,
        @Nullable String transcriptHash,
        @Nullable Long resultRows,
        @Nullable String resultDigest,
        @Nullable Long resultSum) {

    /** Before the release; a digest of a number tells it to whoever tries all of them. */
    OrderReport withoutResult() {
        return new OrderReport(
                ownSize,
                expectedSeconds,
                expectedMebibytes,
                peerSize,
                null,
                bytes,
                seconds,
                runs,
                transcriptHash,
                null,
                null,
                null);
    }

    /** A sum is reported by who may learn it, when it is released, and by nobody else. */
    OrderReport withoutSum() {
        return new OrderReport(
                ownSize,
                expectedSeconds,
                expectedMebibytes,
                peerSize,
                matched,
                bytes,
                seconds,
                runs,
                transcriptHash,
                resultRows,
                resultDigest,
                null);
    }

    /** Why two parties' reports of a run are no result; empty when they agree. */
    static Optional<LocalText> disagreement(OrderReport one, OrderReport other) {
        if (!one.isPlausible() || !other.isPlausible()) {
            return Optional.of(Disagreement.NUMBERS_IMPOSSIBLE.words());
        }
        if (!Objects.equals(one.transcriptHash, other.transcriptHash)) {
            return Optional.of(Disagreement.TRANSCRIPTS_DIFFER.words());
        }
        if (!Objects.equals(one.ownSize, other.peerSize) || !Objects.equals(one.peerSize, other.ownSize)) {
            return Optional.of(Disagreement.SIZES_DIFFER.words());
        }
        return one.matched == null || other.matched == null || one.matched.equals(other.matched)
                ? Optional.empty()
                : Optional.of(Disagreement.MATCHES_DIFFER.words());
    }

    /** False for numbers that no pair of sets has, and where a run's own numbers are missing. */
    private boolean isPlausible() {
        return ownSize != null
                && peerSize != null
                && ownSize >= 0
                && peerSize >= 0
                && (matched == null || (matched >= 0 && matched <= Math.min(ownSize, peerSize)))
                && transcriptHash != null
                && transcriptHash.matches("[0-9a-f]{64}");
    }
}
