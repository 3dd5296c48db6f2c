package org.sluice.protocol.psi.kkrt;

import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Steps;
import org.sluice.protocol.block.BlockCipher;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.psi.Frame;

/**
 * The bins of the learner's cuckoo table, of which each item has three, and the chunks in which they go over the line.
 *
 * @param count a multiple of 64
 */
record Bins(int count) {

    /** How many bins an item may stand in. */
    static final int CHOICES = 3;

    /** Bins in a chunk; only the last chunk may have fewer. */
    static final int CHUNK = 1 << 14;

    private static final int SQUARE = 64;
    private static final int LEAST_ITEMS = 512;
    private static final int PART = 1 << 14;

    /**
     * For so many items of the learner: n·(296 + ⌈log₂ n⌉)/240, rounded up; for less than 512 those of 512. That is the
     * measured fit of libOTe for three hash functions, no stash and a failure in 2^40 tables.
     */
    static Bins of(int items) {
        int padded = Math.max(items, LEAST_ITEMS);
        int logarithm = Integer.SIZE - Integer.numberOfLeadingZeros(padded - 1);
        long least = ((long) padded * (296 + logarithm) + 239) / 240;
        return new Bins(Math.toIntExact((least + SQUARE - 1) / SQUARE * SQUARE));
    }

    int chunks() {
        return (count + CHUNK - 1) / CHUNK;
    }

    int first(int chunk) {
        return chunk * CHUNK;
    }

    /** Bins in this chunk. */
    int size(int chunk) {
        return Math.min(CHUNK, count - first(chunk));
    }

    /** Bytes of the matrix with all frames' headers. */
    long matrixBytes() {
        return (long) count * Code.LENGTH + (long) chunks() * Frame.HEADER;
    }

    /**
     * The bins of each item: choice c of item i stands at {@code 3i + c}. Two choices of an item may be one bin.
     *
     * @param salt 16 bytes
     */
    int[] positions(Column items, byte[] salt, Cores cores) {
        int[] positions = new int[Math.multiplyExact(items.count(), CHOICES)];
        cores.run((items.count() + PART - 1) / PART, part -> {
            int from = part * PART;
            int to = Math.min(items.count(), from + PART);
            byte[] blocks = items.rows(from, to);
            new BlockCipher(salt).encrypt(blocks, 0, blocks, 0, to - from);
            for (int i = from; i < to; i += Steps.FEW) {
                place(blocks, (i - from) * Blocks.LENGTH, i, Steps.end(i, to), positions);
            }
        });
        return positions;
    }

    private void place(byte[] blocks, int offset, int from, int to, int[] positions) {
        for (int i = from, at = offset; i < to; i++, at += Blocks.LENGTH) {
            long first = Blocks.get(blocks, at);
            long second = Blocks.get(blocks, at + Long.BYTES);
            positions[CHOICES * i] = scaled(first >>> 32);
            positions[CHOICES * i + 1] = scaled(first & 0xffffffffL);
            positions[CHOICES * i + 2] = scaled(second >>> 32);
        }
    }

    private int scaled(long word) {
        return (int) ((word * count) >>> 32);
    }
}
