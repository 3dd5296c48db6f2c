package org.sluice.ui.privacy;

import org.jspecify.annotations.Nullable;
import org.sluice.process.privacy.CryptoSuite;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;

/** What the queue and a job's panel both call things. */
final class JobWords {

    private JobWords() {}

    static StatusBadge badge(PrivacyJobState state) {
        return new StatusBadge(Words.of(state), Tone.ofState(state.name()));
    }

    /** How it computes; null until the house has chosen. */
    static @Nullable String method(@Nullable PrivacyMethod method, @Nullable CryptoSuite suite) {
        if (method == null) {
            return suite == null ? null : Words.of(suite);
        }
        return suite == null ? Words.of(method) : Words.of(method) + " · " + Words.of(suite);
    }
}
