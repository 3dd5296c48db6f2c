package org.sluice.protocol;

import java.util.Arrays;

/**
 * Sorts rows by their indexes: the leading bytes of a row and its index lie in one {@code long}, which the platform sorts
 * fast; only rows that agree in those bytes are looked at again, by the bytes that follow.
 */
final class RowSort {

    private final byte[] rows;
    private final int width;
    private final long[] packed;
    private final int indexBits;
    private final int keyBytes;

    private RowSort(byte[] rows, int width) {
        this.rows = rows;
        this.width = width;
        this.packed = new long[rows.length / width];
        this.indexBits = Long.SIZE - Long.numberOfLeadingZeros(packed.length);
        this.keyBytes = Math.min((Long.SIZE - indexBits) / 8, Long.BYTES - 1);
    }

    /** The indexes in ascending order of the rows; equal rows keep their order. */
    static int[] order(byte[] rows, int width) {
        RowSort sort = new RowSort(rows, width);
        for (int i = 0; i < sort.packed.length; i++) {
            sort.packed[i] = i;
        }
        sort.sort(0, sort.packed.length, 0);
        int[] order = new int[sort.packed.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = sort.index(i);
        }
        return order;
    }

    private void sort(int from, int to, int offset) {
        for (int i = from; i < to; i++) {
            packed[i] = pack(index(i), offset);
        }
        Arrays.sort(packed, from, to);
        int next = offset + keyBytes;
        if (next >= width) {
            return;
        }
        for (int start = from, end; start < to; start = end) {
            end = endOfRun(start, to);
            if (end - start > 1) {
                sort(start, end, next);
            }
        }
    }

    private int endOfRun(int start, int to) {
        int end = start + 1;
        while (end < to && packed[end] >>> indexBits == packed[start] >>> indexBits) {
            end++;
        }
        return end;
    }

    private int index(int position) {
        return (int) (packed[position] & ((1L << indexBits) - 1));
    }

    /** The first key byte is the highest; the sign is turned, so that signed order is that of unsigned bytes. */
    private long pack(int index, int offset) {
        int start = index * width + offset;
        int end = start + Math.min(keyBytes, width - offset);
        long key = 0;
        for (int i = start; i < start + keyBytes; i++) {
            key = key << 8 | (i < end ? rows[i] & 0xff : 0);
        }
        long aligned = key << (Long.SIZE - 8 * keyBytes);
        return (aligned ^ Long.MIN_VALUE) | index;
    }
}
