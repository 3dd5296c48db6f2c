package org.sluice.protocol.block;

import java.util.Arrays;
import org.sluice.protocol.Steps;

/**
 * Multiplies blocks by one fixed element of GF(2^128) = GF(2)[x] / (x^128 + x^7 + x^2 + x + 1); bit i of a block is the
 * coefficient of x^i. By tables of 64 KiB for the bytes of what is multiplied: not constant-time in that.
 */
public final class GaloisMultiplier {

    private static final int BYTE_VALUES = 256;
    private static final long REDUCTION = 0x87;

    private final long[] low = new long[Blocks.LENGTH * BYTE_VALUES];
    private final long[] high = new long[Blocks.LENGTH * BYTE_VALUES];

    /** Takes the 16 bytes from the offset on as the factor; the array is not kept. */
    public GaloisMultiplier(byte[] factor, int offset) {
        long lowPower = Blocks.get(factor, offset);
        long highPower = Blocks.get(factor, offset + Long.BYTES);
        for (int bit = 0; bit < Blocks.LENGTH * Byte.SIZE; bit++) {
            tabulate(bit, lowPower, highPower);
            long carry = highPower >> (Long.SIZE - 1) & REDUCTION;
            highPower = highPower << 1 | lowPower >>> (Long.SIZE - 1);
            lowPower = lowPower << 1 ^ carry;
        }
    }

    /** Fills in the products of all byte values whose highest bit this is. */
    private void tabulate(int bit, long lowPower, long highPower) {
        int table = bit / Byte.SIZE * BYTE_VALUES;
        int first = 1 << bit % Byte.SIZE;
        for (int rest = 0; rest < first; rest++) {
            low[table + first + rest] = low[table + rest] ^ lowPower;
            high[table + first + rest] = high[table + rest] ^ highPower;
        }
    }

    /** Target = factor · source, for each of so many blocks; both may be the same array at the same offset. */
    public void multiply(byte[] source, int from, byte[] target, int to, int blocks) {
        for (int i = 0; i < blocks * Blocks.LENGTH; i += Blocks.LENGTH) {
            long sourceLow = Blocks.get(source, from + i);
            long sourceHigh = Blocks.get(source, from + i + Long.BYTES);
            Blocks.set(target, to + i, look(low, sourceLow, sourceHigh));
            Blocks.set(target, to + i + Long.BYTES, look(high, sourceLow, sourceHigh));
        }
    }

    /** Target = target ⊕ factor · source, for each of so many blocks. */
    public void multiplyAndAdd(byte[] source, int from, byte[] target, int to, int blocks) {
        for (int i = 0; i < blocks * Blocks.LENGTH; i += Blocks.LENGTH) {
            long sourceLow = Blocks.get(source, from + i);
            long sourceHigh = Blocks.get(source, from + i + Long.BYTES);
            Blocks.set(target, to + i, Blocks.get(target, to + i) ^ look(low, sourceLow, sourceHigh));
            Blocks.set(
                    target,
                    to + i + Long.BYTES,
                    Blocks.get(target, to + i + Long.BYTES) ^ look(high, sourceLow, sourceHigh));
        }
    }

    /**
     * The value at the factor of the polynomial whose coefficients are so many blocks, the first one being the highest:
     * a universal hash of them, linear over GF(2) and in the last block the identity.
     */
    public byte[] horner(byte[] source, int from, int blocks) {
        long sumLow = 0;
        long sumHigh = 0;
        for (int at = from; at < from + blocks * Blocks.LENGTH; at += Blocks.LENGTH) {
            long productLow = look(low, sumLow, sumHigh);
            long productHigh = look(high, sumLow, sumHigh);
            sumLow = productLow ^ Blocks.get(source, at);
            sumHigh = productHigh ^ Blocks.get(source, at + Long.BYTES);
        }
        byte[] value = new byte[Blocks.LENGTH];
        Blocks.set(value, 0, sumLow);
        Blocks.set(value, Long.BYTES, sumHigh);
        return value;
    }

    /**
     * The same for blocks of two numbers each, the low one first, of which the next begins {@code stride} numbers later;
     * written to the target.
     */
    public void horner(long[] words, int from, int stride, int blocks, byte[] target, int to) {
        long sumLow = 0;
        long sumHigh = 0;
        for (int i = 0; i < blocks; i++) {
            int at = from + i * stride;
            long productLow = look(low, sumLow, sumHigh);
            long productHigh = look(high, sumLow, sumHigh);
            sumLow = productLow ^ words[at];
            sumHigh = productHigh ^ words[at + 1];
        }
        Blocks.set(target, to, sumLow);
        Blocks.set(target, to + Long.BYTES, sumHigh);
    }

    /** Adds the products of blocks, of two numbers each and one after the other, to as many blocks elsewhere. */
    public void multiplyAndAdd(long[] source, int from, long[] target, int to, int blocks) {
        for (int i = 0; i < blocks; i += Steps.FEW) {
            multiplyAndAdd(source, from, target, to, i, Steps.end(i, blocks));
        }
    }

    private void multiplyAndAdd(long[] source, int from, long[] target, int to, int first, int last) {
        for (int i = 2 * first; i < 2 * last; i += 2) {
            long sourceLow = source[from + i];
            long sourceHigh = source[from + i + 1];
            target[to + i] ^= look(low, sourceLow, sourceHigh);
            target[to + i + 1] ^= look(high, sourceLow, sourceHigh);
        }
    }

    /** Overwrites the tables, which tell the factor. */
    public void destroy() {
        Arrays.fill(low, 0);
        Arrays.fill(high, 0);
    }

    private static long look(long[] table, long sourceLow, long sourceHigh) {
        return table[(int) sourceLow & 0xff]
                ^ table[0x100 | ((int) (sourceLow >>> 8) & 0xff)]
                ^ table[0x200 | ((int) (sourceLow >>> 16) & 0xff)]
                ^ table[0x300 | ((int) (sourceLow >>> 24) & 0xff)]
                ^ table[0x400 | ((int) (sourceLow >>> 32) & 0xff)]
                ^ table[0x500 | ((int) (sourceLow >>> 40) & 0xff)]
                ^ table[0x600 | ((int) (sourceLow >>> 48) & 0xff)]
                ^ table[0x700 | ((int) (sourceLow >>> 56) & 0xff)]
                ^ table[0x800 | ((int) sourceHigh & 0xff)]
                ^ table[0x900 | ((int) (sourceHigh >>> 8) & 0xff)]
                ^ table[0xa00 | ((int) (sourceHigh >>> 16) & 0xff)]
                ^ table[0xb00 | ((int) (sourceHigh >>> 24) & 0xff)]
                ^ table[0xc00 | ((int) (sourceHigh >>> 32) & 0xff)]
                ^ table[0xd00 | ((int) (sourceHigh >>> 40) & 0xff)]
                ^ table[0xe00 | ((int) (sourceHigh >>> 48) & 0xff)]
                ^ table[0xf00 | ((int) (sourceHigh >>> 56) & 0xff)];
    }
}
