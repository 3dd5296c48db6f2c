package org.sluice.worker.orders;

import org.jspecify.annotations.Nullable;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Overlap;
import org.sluice.worker.jobs.Transcript;

/**
 * What a run came to at one party.
 *
 * @param common how many identifiers are, where this party may know it
 * @param positions of the own identifiers that are common, ascending; null where this party does not learn them
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one method of its user
record RunEnd(int own, int peers, @Nullable Integer common, int @Nullable [] positions, Transcript transcript) {

    static RunEnd of(int own, int peers, int @Nullable [] positions, Transcript transcript) {
        return new RunEnd(own, peers, positions == null ? null : positions.length, positions, transcript);
    }

    static RunEnd of(Learned learned, Transcript transcript) {
        int @Nullable [] positions = learned instanceof Intersection common ? common.positions() : null;
        return of(learned.own(), learned.peers(), positions, transcript);
    }

    static RunEnd of(Overlap overlap, Transcript transcript) {
        return new RunEnd(overlap.own(), overlap.peers(), overlap.common(), null, transcript);
    }
}
