package org.sluice.worker.transport;

/** Nobody answers at the peer's address. Nobody is to blame, and waiting may help. */
public final class PeerAway extends RuntimeException {

    PeerAway(String what) {
        super(what);
    }
}
