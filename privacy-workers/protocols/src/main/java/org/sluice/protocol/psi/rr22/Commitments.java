package org.sluice.protocol.psi.rr22;

import java.util.Arrays;
import org.sluice.protocol.psi.Terms;

/** What the responder committed to, one hash after the other as {@link Toss#place} says. */
final class Commitments {

    private final Terms terms;
    private final byte[] hashes;

    Commitments(Terms terms, byte[] hashes) {
        this.terms = terms;
        this.hashes = hashes.clone();
    }

    /** Tells this run from every other: a commitment hides 32 random bytes. */
    byte[] session() {
        return terms.hashing().of("sluice/rr22/session/v1", terms.fingerprint(), hashes);
    }

    /** The part, if it is the one that was committed to; anything else is misbehaviour. */
    byte[] opened(Toss toss, byte[] part) {
        int at = toss.place() * Plan.HASH;
        return toss.opened(terms, Arrays.copyOfRange(hashes, at, at + Plan.HASH), part);
    }
}
