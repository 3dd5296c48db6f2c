package org.sluice.protocol.block;

import org.sluice.protocol.Steps;

/**
 * Transposition of bits in squares of 64 by 64; after Warren, "Hacker's Delight", section 7-3.
 *
 * <p>A line of a matrix is a run of whole bytes in an array; lines begin {@code stride} bytes apart. With strides that
 * are a multiple of 4096 the lines compete for the same lines of the cache: add 64.
 */
public final class BitMatrix {

    private static final int SIDE = Long.SIZE;

    private BitMatrix() {}

    /** Lines of bits in an array. The array is lent, and not copied. */
    public static final class Lines {

        private final byte[] bytes;
        private final int offset;
        private final int stride;

        public Lines(byte[] bytes, int offset, int stride) {
            this.bytes = bytes;
            this.offset = offset;
            this.stride = stride;
        }

        private int at(int line, int bit) {
            return offset + line * stride + bit / Byte.SIZE;
        }
    }

    /**
     * Bit j of line i of the target becomes bit i of line j of the source; the arrays must differ.
     *
     * @param lines of the source, a multiple of 64
     * @param bits of each line of the source, a multiple of 64
     */
    public static void transpose(Lines source, int lines, int bits, Lines target) {
        if (lines % SIDE != 0 || bits % SIDE != 0) {
            throw new IllegalArgumentException(lines + " lines of " + bits + " bits are not squares of " + SIDE);
        }
        long[] square = new long[SIDE];
        for (int bit = 0; bit < bits; bit += SIDE) {
            for (int line = 0; line < lines; line += SIDE) {
                transpose(source, line, bit, target, square);
            }
        }
    }

    private static void transpose(Lines source, int line, int bit, Lines target, long[] square) {
        for (int i = 0; i < SIDE; i += Steps.FEW) {
            load(source, line, bit, square, i, Steps.end(i, SIDE));
        }
        transpose(square);
        for (int i = 0; i < SIDE; i += Steps.FEW) {
            store(square, i, Steps.end(i, SIDE), target, line, bit);
        }
    }

    private static void load(Lines source, int line, int bit, long[] square, int from, int to) {
        for (int i = from; i < to; i++) {
            square[i] = Blocks.get(source.bytes, source.at(line + i, bit));
        }
    }

    private static void store(long[] square, int from, int to, Lines target, int line, int bit) {
        for (int i = from; i < to; i++) {
            Blocks.set(target.bytes, target.at(bit + i, line), square[i]);
        }
    }

    private static void transpose(long[] square) {
        exchange(square, 32, 0x00000000ffffffffL);
        exchange(square, 16, 0x0000ffff0000ffffL);
        exchange(square, 8, 0x00ff00ff00ff00ffL);
        exchange(square, 4, 0x0f0f0f0f0f0f0f0fL);
        exchange(square, 2, 0x3333333333333333L);
        exchange(square, 1, 0x5555555555555555L);
    }

    /** In each square of twice this size, the two quarters off the diagonal change places. */
    private static void exchange(long[] square, int size, long mask) {
        for (int start = 0; start < SIDE; start += 2 * size) {
            for (int i = start; i < start + size; i++) {
                long difference = (square[i] >>> size ^ square[i + size]) & mask;
                square[i] ^= difference << size;
                square[i + size] ^= difference;
            }
        }
    }
}
