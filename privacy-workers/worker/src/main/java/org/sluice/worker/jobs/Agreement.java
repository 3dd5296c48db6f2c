package org.sluice.worker.jobs;

import java.util.Map;
import java.util.UUID;
import org.sluice.process.privacy.MatchTestTopic;

/**
 * What both parties know when a match test is over, and all that is left of it.
 *
 * @param seconds measured by the side that wrote this down; everything else is the same at both
 */
record Agreement(
        UUID job,
        String learner,
        String responder,
        int learnerSize,
        int responderSize,
        int matched,
        long bytes,
        double seconds,
        String transcriptHash) {

    /** Whether it can be the outcome of this job over a set of this size. */
    boolean fits(MatchTestInput input, int ownSize) {
        return job.equals(input.job())
                && learner.equals(input.learner().name())
                && responder.equals(input.responder().name())
                && own(input.role()) == ownSize
                && peers(input.role()) >= input.least()
                && peers(input.role()) <= input.greatest()
                && matched >= 0
                && matched <= Math.min(learnerSize, responderSize);
    }

    Map<String, Object> results(Role role, int runs) {
        double rate = own(role) == 0 ? 0 : (double) matched / own(role);
        return Map.of(
                MatchTestTopic.OWN_SIZE.name(),
                (long) own(role),
                MatchTestTopic.PEER_SIZE.name(),
                (long) peers(role),
                MatchTestTopic.MATCHED.name(),
                (long) matched,
                MatchTestTopic.MATCH_RATE.name(),
                rate,
                MatchTestTopic.BYTES.name(),
                bytes,
                MatchTestTopic.SECONDS.name(),
                seconds,
                MatchTestTopic.RUNS.name(),
                (long) runs,
                MatchTestTopic.TRANSCRIPT_HASH.name(),
                transcriptHash);
    }

    private int own(Role role) {
        return role == Role.LEARNER ? learnerSize : responderSize;
    }

    private int peers(Role role) {
        return role == Role.LEARNER ? responderSize : learnerSize;
    }
}
