package org.sluice.protocol.vole;

import java.util.Arrays;
import org.sluice.protocol.block.BitMatrix;
import org.sluice.protocol.block.Blocks;

/**
 * One side's 128 columns, each stretched from a base transfer's key: the same bits read as rows for the transfers, and
 * each field element's parts added up by powers of x for the short correlations.
 */
final class Columns {

    private static final int PADDING = 64; // lines must not compete for the same lines of the cache

    private final int transfers;
    private final int bitBytes;
    private final int stride;
    private final byte[] bits;
    private final byte[] sums;

    Columns(VoleSize size) {
        this.transfers = size.transfers();
        this.bitBytes = transfers / Byte.SIZE;
        this.stride = bitBytes + PADDING;
        this.bits = new byte[VoleSize.COLUMNS * stride];
        this.sums = new byte[size.shorts() * Blocks.LENGTH];
    }

    /** Takes the columns from the last to the first, each of its bits followed by its elements. */
    void add(int column, byte[] stretched) {
        System.arraycopy(stretched, 0, bits, column * stride, bitBytes);
        for (int at = 0; at < sums.length; at += Blocks.LENGTH) {
            long low = Blocks.get(sums, at);
            long high = Blocks.get(sums, at + Long.BYTES);
            long carry = high >> (Long.SIZE - 1) & 0x87;
            Blocks.set(sums, at, ((low << 1) ^ carry) ^ Blocks.get(stretched, bitBytes + at));
            Blocks.set(
                    sums,
                    at + Long.BYTES,
                    (high << 1 | low >>> (Long.SIZE - 1)) ^ Blocks.get(stretched, bitBytes + at + Long.BYTES));
        }
    }

    /** A block for each transfer. */
    byte[] rows() {
        byte[] rows = new byte[transfers * Blocks.LENGTH];
        BitMatrix.transpose(
                new BitMatrix.Lines(bits, 0, stride),
                VoleSize.COLUMNS,
                transfers,
                new BitMatrix.Lines(rows, 0, Blocks.LENGTH));
        return rows;
    }

    /** A block for each short correlation; a copy. */
    byte[] sums() {
        return sums.clone();
    }

    void destroy() {
        Arrays.fill(bits, (byte) 0);
        Arrays.fill(sums, (byte) 0);
    }
}
