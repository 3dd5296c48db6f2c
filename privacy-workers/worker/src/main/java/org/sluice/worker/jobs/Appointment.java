package org.sluice.worker.jobs;

import java.time.Instant;
import java.util.List;
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
 * @param peerAddresses where the peer's workers listen, one of which has the job; who answers there must prove who it is
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
        List<Address> peerAddresses,
        DataHandle data,
        Role role,
        Instant deadline) {

    /** @throws IllegalArgumentException if there is no address */
    public Appointment {
        if (peerAddresses.isEmpty()) {
            throw new IllegalArgumentException("The peer of " + id + " is to be met nowhere");
        }
        peerAddresses = List.copyOf(peerAddresses);
    }

    public PartyId learner() {
        return role == Role.LEARNER ? own : peer;
    }

    public PartyId responder() {
        return role == Role.LEARNER ? peer : own;
    }
}
