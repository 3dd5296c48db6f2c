package org.sluice.worker.jobs;

import java.time.Instant;
import java.util.UUID;
import org.sluice.worker.data.DataHandle;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.PartyId;

/**
 * For what, with whom and until when a party meets its peer.
 *
 * @param id equal at both sides; what two workers find each other by
 * @param job what runs are counted under: a job may be ordered to run more than once
 * @param domain what kind of run it is; runs of different kinds share no salt
 * @param bound what both must have been told alike beside the rest, such as an order's hash; the run fails where it differs
 * @param peerAddress where the peer's worker listens; who answers there must prove who it is
 * @param data what this side brings
 * @param deadline until when it waits for the peer
 */
public record Appointment(
        UUID id,
        UUID job,
        String domain,
        String bound,
        PartyId own,
        PartyId peer,
        Address peerAddress,
        DataHandle data,
        Role role,
        Instant deadline) {

    public PartyId learner() {
        return role == Role.LEARNER ? own : peer;
    }

    public PartyId responder() {
        return role == Role.LEARNER ? peer : own;
    }
}
