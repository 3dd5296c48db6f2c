package org.sluice.protocol.psi.rr22;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.psi.Terms;

/**
 * A value of which both parties should have the same: the learner commits, the responder shows a hash, the learner opens. So
 * the learner cannot fit its value to the hash, nor the responder its hash to the value.
 */
final class Equality {

    /** Bytes of an opening. */
    static final int OPENING = Plan.BLOCK + Plan.HASH;

    private final Terms terms;
    private final byte[] value;
    private final byte[] nonce;

    private Equality(Terms terms, byte[] value, byte[] nonce) {
        this.terms = terms;
        this.value = value.clone();
        this.nonce = nonce;
    }

    static Equality commit(Terms terms, byte[] value, SecureRandom random) {
        byte[] nonce = new byte[Plan.HASH];
        random.nextBytes(nonce);
        return new Equality(terms, value, nonce);
    }

    byte[] commitment() {
        return commitment(terms, value, nonce);
    }

    /** What the peer must show. */
    byte[] hash() {
        return hash(terms, value);
    }

    byte[] opening() {
        return ByteBuffer.allocate(OPENING).put(value).put(nonce).array();
    }

    static byte[] hash(Terms terms, byte[] value) {
        return terms.hashing().of("sluice/rr22/expected/v1", value);
    }

    /** That the opening is of this value, and the one committed to; anything else is misbehaviour. */
    static void check(Terms terms, byte[] commitment, ByteBuffer opening, byte[] expected) {
        byte[] value = new byte[Plan.BLOCK];
        byte[] nonce = new byte[Plan.HASH];
        opening.get(value).get(nonce);
        if (!MessageDigest.isEqual(commitment, commitment(terms, value, nonce))) {
            throw new Misbehaviour("The peer opens another combination than it committed to");
        }
        if (!MessageDigest.isEqual(value, expected)) {
            throw new Misbehaviour("The peer's corrections are not those of one noise");
        }
    }

    private static byte[] commitment(Terms terms, byte[] value, byte[] nonce) {
        return terms.hashing().of("sluice/rr22/combination/v1", nonce, value);
    }
}
