package org.sluice.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Sorts rows by their indexes: the leading bytes of a row and its index lie in one {@code long}, which many are sorted by a
 * byte at a time; only rows that agree in those bytes are looked at again, by the bytes that follow.
 *
 * <p>A byte at a time takes as long whatever the rows hold, and its loops are a few lines each: a virtual machine that has
 * just begun compiles them at once, where it takes a third of a second for the platform's sort.
 */
final class RowSort {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int BYTE_VALUES = 256;

    /** Below this the platform's sort is as good. */
    private static final int MANY = 1 << 10;

    private final byte[] rows;
    private final int width;
    private final long[] packed;
    private final int indexBits;
    private final int keyBytes;
    private final BitSet repeats = new BitSet();

    private RowSort(byte[] rows, int width) {
        this.rows = rows;
        this.width = width;
        this.packed = new long[rows.length / width];
        this.indexBits = Long.SIZE - Long.numberOfLeadingZeros(packed.length);
        this.keyBytes = Math.min((Long.SIZE - indexBits) / Byte.SIZE, Long.BYTES - 1);
    }

    /** The indexes in ascending order of the rows; equal rows keep their order. */
    static int[] order(byte[] rows, int width) {
        return sorted(rows, width).indexes();
    }

    /** The index of the first of each distinct row, in ascending order of the rows. */
    static int[] firstOfEach(byte[] rows, int width) {
        RowSort sort = sorted(rows, width);
        int[] order = sort.indexes();
        int kept = 0;
        for (int from = 0, to; from < order.length; from = sort.repeats.nextClearBit(to)) {
            int repeat = sort.repeats.nextSetBit(from);
            to = repeat < 0 ? order.length : repeat;
            System.arraycopy(order, from, order, kept, to - from);
            kept += to - from;
        }
        return kept == order.length ? order : Arrays.copyOf(order, kept);
    }

    private static RowSort sorted(byte[] rows, int width) {
        RowSort sort = new RowSort(rows, width);
        for (int i = 0; i < sort.packed.length; i += Steps.FEW) {
            sort.number(i, Steps.end(i, sort.packed.length));
        }
        sort.sort(0, sort.packed.length, 0);
        return sort;
    }

    private int[] indexes() {
        int[] indexes = new int[packed.length];
        for (int i = 0; i < indexes.length; i += Steps.FEW) {
            copyIndexes(i, Steps.end(i, indexes.length), indexes);
        }
        return indexes;
    }

    private void number(int from, int to) {
        for (int i = from; i < to; i++) {
            packed[i] = i;
        }
    }

    private void copyIndexes(int from, int to, int[] order) {
        for (int i = from; i < to; i++) {
            order[i] = index(i);
        }
    }

    /** Sorts rows that agree in all bytes before the offset, and stand in the order of their indexes. */
    private void sort(int from, int to, int offset) {
        for (int i = from; i < to; i += Steps.FEW) {
            pack(i, Steps.end(i, to), offset);
        }
        if (to - from < MANY) {
            Arrays.sort(packed, from, to);
        } else {
            sortByBytes(from, to);
        }
        sortRepeats(from, to, offset + keyBytes);
    }

    /** What agrees up to the offset is sorted by what follows, or known to be equal where nothing does. */
    private void sortRepeats(int from, int to, int offset) {
        for (int at = from + 1; at < to; ) {
            int end = Steps.end(at, to);
            at = firstRepeat(at, end);
            if (at < end) {
                int endOfRun = endOfRun(at, to);
                if (offset < width) {
                    sort(at - 1, endOfRun, offset);
                } else {
                    repeats.set(at, endOfRun);
                }
                at = endOfRun + 1;
            }
        }
    }

    private int firstRepeat(int from, int to) {
        int at = from;
        while (at < to && !repeats(at)) {
            at++;
        }
        return at;
    }

    private int endOfRun(int from, int to) {
        int end = from;
        while (end < to && repeats(end)) {
            end++;
        }
        return end;
    }

    private boolean repeats(int position) {
        return packed[position] >>> indexBits == packed[position - 1] >>> indexBits;
    }

    /** The last byte first: what is equal in one byte keeps the order that later bytes gave it. */
    private void sortByBytes(int from, int to) {
        long[] others = new long[to - from];
        boolean inOthers = false;
        for (int shift = Long.SIZE - Byte.SIZE * keyBytes; shift < Long.SIZE; shift += Byte.SIZE) {
            if (inOthers) {
                distribute(others, 0, others.length, shift, packed, from);
            } else {
                distribute(packed, from, to, shift, others, 0);
            }
            inOthers = !inOthers;
        }
        if (inOthers) {
            System.arraycopy(others, 0, packed, from, others.length);
        }
    }

    private static void distribute(long[] source, int from, int to, int shift, long[] target, int first) {
        int[] places = new int[BYTE_VALUES];
        for (int i = from; i < to; i += Steps.FEW) {
            count(source, i, Steps.end(i, to), shift, places);
        }
        int place = first;
        for (int value = 0; value < BYTE_VALUES; value++) {
            int count = places[value];
            places[value] = place;
            place += count;
        }
        for (int i = from; i < to; i += Steps.FEW) {
            move(source, i, Steps.end(i, to), shift, places, target);
        }
    }

    private static void count(long[] source, int from, int to, int shift, int[] counts) {
        for (int i = from; i < to; i++) {
            counts[byteOf(source[i], shift)]++;
        }
    }

    private static void move(long[] source, int from, int to, int shift, int[] places, long[] target) {
        for (int i = from; i < to; i++) {
            target[places[byteOf(source[i], shift)]++] = source[i];
        }
    }

    private static int byteOf(long packed, int shift) {
        return (int) ((packed ^ Long.MIN_VALUE) >>> shift) & 0xff;
    }

    private int index(int position) {
        return (int) (packed[position] & ((1L << indexBits) - 1));
    }

    private void pack(int from, int to, int offset) {
        for (int i = from; i < to; i++) {
            packed[i] = pack(index(i), offset);
        }
    }

    /** The first key byte is the highest; the sign is turned, so that signed order is that of unsigned bytes. */
    private long pack(int index, int offset) {
        int start = index * width + offset;
        long key = width - offset >= keyBytes && start + Long.BYTES <= rows.length
                ? (long) LONGS.get(rows, start)
                : padded(start, Math.min(keyBytes, width - offset));
        long aligned = key & -1L << (Long.SIZE - Byte.SIZE * keyBytes);
        return (aligned ^ Long.MIN_VALUE) | index;
    }

    private long padded(int start, int length) {
        long key = 0;
        for (int i = 0; i < length; i++) {
            key |= (rows[start + i] & 0xffL) << (Long.SIZE - Byte.SIZE * (i + 1));
        }
        return key;
    }
}
