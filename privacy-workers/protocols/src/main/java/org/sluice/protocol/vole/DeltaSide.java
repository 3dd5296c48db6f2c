package org.sluice.protocol.vole;

import java.security.SecureRandom;
import java.util.Arrays;
import org.sluice.protocol.Cores;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.block.FixedKeyHash;
import org.sluice.protocol.block.GaloisMultiplier;
import org.sluice.protocol.block.Prg;

/** The side that holds Δ, and B in the end. One object is one run; its methods are called in the order they stand in. */
public final class DeltaSide {

    private static final int BLOCK = Blocks.LENGTH;

    private final VoleSize size;
    private final Cores cores;
    private final byte[] delta;
    private final GaloisMultiplier byDelta;
    private final byte[] levelSums;
    private final byte[] leafSums;
    private final long[] words;
    private byte[] rows = {};
    private byte[] sums = {};

    /** @param delta 16 random bytes; the array is not kept */
    public DeltaSide(VoleSize size, byte[] delta, Cores cores) {
        this.size = size;
        this.cores = cores;
        this.delta = delta.clone();
        this.byDelta = new GaloisMultiplier(delta, 0);
        this.levelSums = new byte[2 * size.transfers() * BLOCK];
        this.leafSums = new byte[size.code().noise() * BLOCK];
        this.words = new long[Math.multiplyExact(2, size.length())];
    }

    /** Grows the trees; needs nothing of the other side. May run in another thread, beside what leads to the keys. */
    public void grow(SecureRandom random, Cores cores) {
        byte[] roots = new byte[leafSums.length];
        random.nextBytes(roots);
        Trees.each(size, cores, (tree, room) -> {
            room.grow(roots, tree * BLOCK, levelSums, 2 * tree * size.depth() * BLOCK, leafSums, tree * BLOCK);
            room.copyLeaves(words, 2 * tree * size.stretch(), 2);
        });
        Arrays.fill(roots, (byte) 0);
    }

    /**
     * Answers the noise side's message of {@link VoleSize#correctionsLength} bytes by one of
     * {@link VoleSize#puncturingLength}.
     *
     * @param keys of 128 base transfers, 16 bytes each, in which this side chose the bits of Δ
     */
    public byte[] puncturing(byte[] keys, byte[] corrections) {
        correlate(keys, corrections);
        byte[] message = new byte[size.puncturingLength()];
        byte[] pads = new byte[rows.length];
        FixedKeyHash hash = new FixedKeyHash(0);
        hash.tweakable(0, rows, 0, pads, 0, size.transfers());
        mask(pads, 0, message);
        byte[] others = rows.clone();
        Blocks.xorToEach(delta, others, 0, size.transfers());
        hash.tweakable(0, others, 0, pads, 0, size.transfers());
        mask(pads, 1, message);
        System.arraycopy(leafSums, 0, message, levelSums.length, leafSums.length);
        Blocks.xor(sums, 0, message, levelSums.length, leafSums.length);
        return message;
    }

    private void correlate(byte[] keys, byte[] corrections) {
        int length = size.correctionsLength() / VoleSize.COLUMNS;
        Columns columns = new Columns(size);
        for (int column = VoleSize.COLUMNS - 1; column >= 0; column--) {
            byte[] stretched = new Prg(keys, column * BLOCK).next(length);
            if (Blocks.bit(delta, column) == 1) {
                Blocks.xor(corrections, column * length, stretched, 0, length);
            }
            columns.add(column, stretched);
        }
        rows = columns.rows();
        sums = columns.sums();
        columns.destroy();
    }

    /** Puts the sums of one side under the pads of the transfers. */
    private void mask(byte[] pads, int side, byte[] message) {
        for (int transfer = 0; transfer < size.transfers(); transfer++) {
            int at = (2 * transfer + side) * BLOCK;
            System.arraycopy(levelSums, at, message, at, BLOCK);
            Blocks.xor(pads, transfer * BLOCK, message, at, BLOCK);
        }
    }

    /** This side's part of the check, before encoding: {@link #expected} tells what the noise side must have. */
    public byte[] combination(byte[] checkSeed) {
        return new LinearCheck(size, checkSeed, cores).combine(words, 0, 2, rows, sums);
    }

    /** What the noise side's combination must be, given that of its noise. */
    public byte[] expected(byte[] combination, byte[] combinedNoise) {
        byte[] value = combination.clone();
        byDelta.multiplyAndAdd(combinedNoise, 0, value, 0, 1);
        return value;
    }

    /** B: two numbers for each of the outputs, the low one first. */
    public long[] encode(byte[] codeSeed) {
        new ExpandConvolute(size, codeSeed, cores).encode(words, 1);
        return Arrays.copyOf(words, 2 * size.outputs());
    }

    /** Adds A·Δ to some outputs of B, from one of them on; A is given as two numbers each. */
    public void addProducts(long[] a, long[] b, int from) {
        byDelta.multiplyAndAdd(a, 0, b, 2 * from, a.length / 2);
    }

    /** Overwrites what only this side may know. */
    public void destroy() {
        byDelta.destroy();
        Arrays.fill(delta, (byte) 0);
        Arrays.fill(levelSums, (byte) 0);
        Arrays.fill(leafSums, (byte) 0);
        Arrays.fill(rows, (byte) 0);
        Arrays.fill(sums, (byte) 0);
        Arrays.fill(words, 0);
    }
}
