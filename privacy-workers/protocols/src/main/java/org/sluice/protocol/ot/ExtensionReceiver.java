package org.sluice.protocol.ot;

import java.security.SecureRandom;
import java.util.Arrays;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.block.GaloisMultiplier;
import org.sluice.protocol.block.Prg;

/**
 * The side of extended transfers that chooses. It was the sender of 128 base transfers, whose keys may be used for this
 * object only. Sends {@link #correction}; under {@link Extension.Security#MALICIOUS} receives a challenge and sends
 * {@link #answer}; then has {@link #keys}.
 */
public final class ExtensionReceiver {

    private final Extension extension;
    private final byte[] choices;
    private final byte[] columns;
    private final byte[] correction;
    private boolean answered;

    /**
     * Prepares the correction.
     *
     * @param pairs both keys of 128 base transfers, as the base sender has them; not kept
     * @param choices bit i (bit i % 8 of byte i / 8) is the choice of transfer i; copied
     * @param count transfers
     * @param random for the mask of the check
     */
    public ExtensionReceiver(
            Extension.Security security, byte[] pairs, byte[] choices, int count, SecureRandom random) {
        if (choices.length * Byte.SIZE < count || pairs.length != 2 * Extension.COLUMNS * Extension.KEY) {
            throw new IllegalArgumentException(
                    pairs.length + " bytes of keys and " + choices.length + " of choices make no " + count);
        }
        this.extension = new Extension(security, count);
        this.choices = withMask(choices, random);
        int length = extension.columnLength();
        this.columns = new byte[Extension.COLUMNS * length];
        this.correction = new byte[columns.length];
        for (int i = 0; i < Extension.COLUMNS; i++) {
            new Prg(pairs, 2 * i * Extension.KEY).fill(columns, i * length, length);
            new Prg(pairs, (2 * i + 1) * Extension.KEY).fill(correction, i * length, length);
            Blocks.xor(columns, i * length, correction, i * length, length);
            Blocks.xor(this.choices, 0, correction, i * length, length);
        }
    }

    /** The choices, and random bits behind them: nobody ever uses what these choose. */
    private byte[] withMask(byte[] choices, SecureRandom random) {
        byte[] masked = new byte[extension.columnLength()];
        random.nextBytes(masked);
        int whole = extension.count() / Byte.SIZE;
        System.arraycopy(choices, 0, masked, 0, whole);
        int rest = (1 << extension.count() % Byte.SIZE) - 1;
        if (rest != 0) {
            masked[whole] = (byte) ((choices[whole] & rest) | (masked[whole] & ~rest));
        }
        return masked;
    }

    /** What the sender must get first; as long as {@link Extension#correctionLength} says. */
    public byte[] correction() {
        return correction.clone();
    }

    /**
     * What the sender must get next, {@link Extension#ANSWER} bytes. May be asked for once: the mask is good for one.
     *
     * @param challenge the sender's 16 bytes, drawn after it had the correction; any other number is misbehaviour
     */
    public byte[] answer(byte[] challenge) {
        if (challenge.length != Extension.CHALLENGE) {
            throw new Misbehaviour("The challenge holds " + challenge.length + " bytes instead of 16");
        }
        if (extension.security() != Extension.Security.MALICIOUS || answered) {
            throw new IllegalStateException("There is one answer, and that to a sender that asks for it");
        }
        answered = true;
        GaloisMultiplier hash = new GaloisMultiplier(challenge, 0);
        byte[] answer = Arrays.copyOf(extension.hashes(hash, choices), Extension.ANSWER);
        System.arraycopy(extension.hashes(hash, columns), 0, answer, Blocks.LENGTH, Extension.ANSWER - Blocks.LENGTH);
        return answer;
    }

    /** The chosen keys, 16 bytes a transfer; the caller should wipe them. */
    public byte[] keys() {
        if (extension.security() == Extension.Security.MALICIOUS && !answered) {
            throw new IllegalStateException("The sender has not been answered yet");
        }
        byte[] keys = extension.rows(columns);
        extension.hash(keys);
        return keys;
    }
}
