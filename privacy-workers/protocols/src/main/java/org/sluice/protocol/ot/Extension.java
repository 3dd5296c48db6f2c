package org.sluice.protocol.ot;

import java.util.Arrays;
import org.sluice.protocol.block.BitMatrix;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.block.FixedKeyHash;
import org.sluice.protocol.block.GaloisMultiplier;

/**
 * The shape of an extension, and what both sides compute alike: 128 columns of bits, a bit for each transfer, and behind
 * them, against malicious receivers, 128 bits that mask the check.
 */
public final class Extension {

    /** Columns, and so base transfers. */
    public static final int COLUMNS = 128;

    /** Bytes of a key. */
    public static final int KEY = Blocks.LENGTH;

    /** Bytes with which the sender challenges a receiver that may be malicious. */
    public static final int CHALLENGE = Blocks.LENGTH;

    /** Bytes of the receiver's answer: a hash of its choices and of each column. */
    public static final int ANSWER = (1 + COLUMNS) * Blocks.LENGTH;

    private static final int FIXED_KEY = 5;

    private final Security security;
    private final int count;
    private final int columnLength;

    /** What the receiver is trusted to do. */
    public enum Security {
        /** it follows the protocol */
        SEMI_HONEST,
        /** nothing: it must pass a check before its keys are used */
        MALICIOUS
    }

    Extension(Security security, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("An extension makes at least one transfer, not " + count);
        }
        this.security = security;
        this.count = count;
        this.columnLength = columnLength(security, count);
    }

    /** Bytes of the receiver's first message, for so many transfers. */
    public static int correctionLength(Security security, int count) {
        return Math.multiplyExact(COLUMNS, columnLength(security, count));
    }

    private static int columnLength(Security security, int count) {
        int blocks = (count + COLUMNS - 1) / COLUMNS;
        return Blocks.LENGTH * (security == Security.MALICIOUS ? blocks + 1 : blocks);
    }

    Security security() {
        return security;
    }

    int count() {
        return count;
    }

    int columnLength() {
        return columnLength;
    }

    /** The hash of each column that lies in the array, 16 bytes each. */
    byte[] hashes(GaloisMultiplier hash, byte[] columns) {
        byte[] hashes = new byte[columns.length / columnLength * Blocks.LENGTH];
        for (int i = 0; i < hashes.length / Blocks.LENGTH; i++) {
            byte[] value = hash.horner(columns, i * columnLength, columnLength / Blocks.LENGTH);
            System.arraycopy(value, 0, hashes, i * Blocks.LENGTH, Blocks.LENGTH);
        }
        return hashes;
    }

    /** The rows of the columns, 16 bytes a transfer. */
    byte[] rows(byte[] columns) {
        byte[] rows = new byte[columnLength * Byte.SIZE * KEY];
        BitMatrix.transpose(
                new BitMatrix.Lines(columns, 0, columnLength),
                COLUMNS,
                columnLength * Byte.SIZE,
                new BitMatrix.Lines(rows, 0, KEY));
        return Arrays.copyOf(rows, count * KEY);
    }

    /** Rows become keys in place: by the hash that the security asks for. */
    void hash(byte[] rows) {
        FixedKeyHash hash = new FixedKeyHash(FIXED_KEY);
        if (security == Security.MALICIOUS) {
            hash.tweakable(0, rows, 0, rows, 0, count);
        } else {
            hash.correlationRobust(rows, 0, rows, 0, count);
        }
    }
}
