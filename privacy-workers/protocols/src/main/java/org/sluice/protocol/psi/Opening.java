package org.sluice.protocol.psi;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.function.IntFunction;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.session.Turn;

/** The first round, alike for both parties of every technique: terms are compared, sizes committed to and then opened. */
public final class Opening {

    private static final int HASH = Hashing.LENGTH;
    private static final int NONCE = 32;

    /** What each side sends: two frames. */
    public static final int BYTES = 2 * Frame.HEADER + 2 * HASH + NONCE + Integer.BYTES;

    /** Keeps a peer from sending this party's own commitment back to it. */
    public enum Side {
        LEARNER,
        RESPONDER;

        Side other() {
            return this == LEARNER ? RESPONDER : LEARNER;
        }
    }

    private final Terms terms;
    private final Side side;

    public Opening(Terms terms, Side side) {
        this.terms = terms;
        this.side = side;
    }

    /** Leads on with the peer's size, which is within the terms. */
    public <R> Turn<R> exchange(int ownSize, SecureRandom random, IntFunction<Turn<R>> then) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] hello = Frame.HELLO.of(terms.fingerprint(), commitment(side, nonce, ownSize));
        return new Turn.Send<>(
                hello,
                () -> new Turn.Receive<>(answer -> {
                    byte[] peers = commitmentIn(answer);
                    byte[] opening = Frame.SIZE.of(
                            nonce, ByteBuffer.allocate(4).putInt(ownSize).array());
                    return new Turn.Send<>(
                            opening, () -> new Turn.Receive<>(frame -> then.apply(sizeIn(frame, peers))));
                }));
    }

    private byte[] commitmentIn(byte[] frame) {
        ByteBuffer hello = Frame.HELLO.open(frame, 2 * HASH);
        byte[] fingerprint = new byte[HASH];
        byte[] commitment = new byte[HASH];
        hello.get(fingerprint).get(commitment);
        if (!MessageDigest.isEqual(fingerprint, terms.fingerprint())) {
            throw new Misbehaviour("The peer holds other terms");
        }
        return commitment;
    }

    private int sizeIn(byte[] frame, byte[] committed) {
        ByteBuffer opening = Frame.SIZE.open(frame, NONCE + Integer.BYTES);
        byte[] nonce = new byte[NONCE];
        opening.get(nonce);
        int size = opening.getInt();
        if (!MessageDigest.isEqual(committed, commitment(side.other(), nonce, size))) {
            throw new Misbehaviour("The peer's size is not the one it committed to");
        }
        if (!terms.allowPeer(size)) {
            throw new Misbehaviour("The peer's size is not within the terms");
        }
        return size;
    }

    private byte[] commitment(Side committer, byte[] nonce, int size) {
        byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(size).array();
        return terms.hashing().of("sluice/size/v1/" + committer, nonce, number);
    }
}
