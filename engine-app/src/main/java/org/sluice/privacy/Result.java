package org.sluice.privacy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.MatchTestState;
import org.sluice.process.privacy.PartyState;

/**
 * What is known of a match test.
 *
 * @param bank the learner
 * @param supplier the responder
 * @param agree both have answered, and tell the same; only then the figures mean anything
 * @param disagreement why the answers are no result, if they are none
 */
public record Result(
        UUID job,
        MatchTestState state,
        Side bank,
        Side supplier,
        boolean agree,
        @Nullable LocalText disagreement) {

    /**
     * One party's part.
     *
     * @param dataSet handle of what it compares
     * @param says what its worker says: why it waits, refuses, or has failed
     * @param refusal code of the refusal, as the worker gives it: {@code set-too-small}
     */
    public record Side(
            String party,
            String dataSet,
            PartyState state,
            @Nullable LocalText says,
            @Nullable String refusal,
            @Nullable Figures figures) {}
}
