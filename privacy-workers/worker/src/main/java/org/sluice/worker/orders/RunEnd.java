package org.sluice.worker.orders;

import org.jspecify.annotations.Nullable;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.Learned;
import org.sluice.worker.jobs.Transcript;

/**
 * What a run over rows came to at one party.
 *
 * @param positions of the own identifiers that are common, ascending; null where this party does not learn them
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one method of its user
record RunEnd(int own, int peers, int @Nullable [] positions, Transcript transcript) {

    static RunEnd of(Learned learned, Transcript transcript) {
        int @Nullable [] positions = learned instanceof Intersection common ? common.positions() : null;
        return new RunEnd(learned.own(), learned.peers(), positions, transcript);
    }

    @Nullable
    Integer common() {
        return positions == null ? null : positions.length;
    }
}
