package org.sluice.worker.transport;

/** Somebody answers who does not hold the pinned certificate, or who does not accept ours. Waiting does not help. */
public final class PeerNotProven extends RuntimeException {

    PeerNotProven(String what) {
        super(what);
    }
}
