package org.sluice.protocol.psi.unbalanced;

import org.sluice.protocol.oprf.Evaluator;

/** The secret under which a server masks its list and evaluates its clients' items. */
public final class ListKey {

    private final Evaluator evaluator;
    private final byte[] publicKey;
    private final Runnable wipe;

    ListKey(Evaluator evaluator, byte[] publicKey, Runnable wipe) {
        this.evaluator = evaluator;
        this.publicKey = publicKey;
        this.wipe = wipe;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** Names this key to clients and to nobody gives it away; a copy. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Overwrites what can be; the function of RFC 9497 keeps a number that cannot. */
    public void destroy() {
        wipe.run();
    }
}
