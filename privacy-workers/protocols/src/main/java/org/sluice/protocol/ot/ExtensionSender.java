package org.sluice.protocol.ot;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.block.GaloisMultiplier;
import org.sluice.protocol.block.Prg;

/**
 * The side of extended transfers that has both keys of each. It was the receiver of 128 base transfers with random
 * choices, which with their keys may be used for this object only. Takes the receiver's correction; under
 * {@link Extension.Security#MALICIOUS} sends {@link #challenge} and has the answer {@link #check}ed; then has
 * {@link #pairs}.
 */
public final class ExtensionSender {

    private final Extension extension;
    private final byte[] delta;
    private final byte[] columns;
    private final byte[] challenge = new byte[Extension.CHALLENGE];
    private boolean trusted;

    /**
     * Takes the receiver's first message.
     *
     * @param delta the 128 random choices of the base transfers, 16 bytes; copied
     * @param keys what they chose, 16 bytes each; not kept
     * @param count transfers
     * @param correction of any other length than {@link Extension#correctionLength} is misbehaviour
     * @param random for the challenge
     */
    public ExtensionSender(
            Extension.Security security, byte[] delta, byte[] keys, int count, byte[] correction, SecureRandom random) {
        if (delta.length != Blocks.LENGTH || keys.length != Extension.COLUMNS * Extension.KEY) {
            throw new IllegalArgumentException("There are 128 base transfers");
        }
        this.extension = new Extension(security, count);
        if (correction.length != Extension.correctionLength(security, count)) {
            throw new Misbehaviour("The correction holds " + correction.length + " bytes instead of "
                    + Extension.correctionLength(security, count));
        }
        this.delta = delta.clone();
        int length = extension.columnLength();
        this.columns = new byte[correction.length];
        for (int i = 0; i < Extension.COLUMNS; i++) {
            new Prg(keys, i * Extension.KEY).fill(columns, i * length, length);
            if (Blocks.bit(delta, i) == 1) {
                Blocks.xor(correction, i * length, columns, i * length, length);
            }
        }
        random.nextBytes(challenge);
        this.trusted = security == Extension.Security.SEMI_HONEST;
    }

    /** What the receiver must answer, 16 random bytes. */
    public byte[] challenge() {
        return challenge.clone();
    }

    /** Any answer but that of a receiver which used the same choices in all columns is misbehaviour. */
    public void check(byte[] answer) {
        if (answer.length != Extension.ANSWER) {
            throw new Misbehaviour("The answer holds " + answer.length + " bytes instead of " + Extension.ANSWER);
        }
        byte[] due = extension.hashes(new GaloisMultiplier(challenge, 0), columns);
        for (int i = 0; i < Extension.COLUMNS; i++) {
            if (Blocks.bit(delta, i) == 1) {
                Blocks.xor(answer, 0, due, i * Blocks.LENGTH, Blocks.LENGTH);
            }
        }
        if (!MessageDigest.isEqual(due, Arrays.copyOfRange(answer, Blocks.LENGTH, answer.length))) {
            throw new Misbehaviour("The columns of the oblivious transfers do not belong to one choice");
        }
        trusted = true;
    }

    /** Both keys of each transfer, 16 bytes a key, that of choice 0 first; the caller should wipe them. */
    public byte[] pairs() {
        if (!trusted) {
            throw new IllegalStateException("The receiver has not passed the check yet");
        }
        byte[] zeros = extension.rows(columns);
        byte[] ones = zeros.clone();
        Blocks.xorToEach(delta, ones, 0, extension.count());
        extension.hash(zeros);
        extension.hash(ones);
        byte[] pairs = new byte[2 * zeros.length];
        for (int at = 0; at < zeros.length; at += Extension.KEY) {
            System.arraycopy(zeros, at, pairs, 2 * at, Extension.KEY);
            System.arraycopy(ones, at, pairs, 2 * at + Extension.KEY, Extension.KEY);
        }
        return pairs;
    }
}
