package org.sluice.protocol.vole;

import java.util.Arrays;
import org.sluice.protocol.Cores;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.block.GaloisMultiplier;
import org.sluice.protocol.block.Prg;

/**
 * One random linear combination of everything that a side holds: leaves, transfers, and a last element that hides it. What
 * is wrong in any of them shows but for a chance of about 2^-100; polynomials of three secret points, each of a degree
 * below 2^26.
 */
final class LinearCheck {

    static final int SEED = Blocks.LENGTH;

    private static final int BLOCK = Blocks.LENGTH;

    private final VoleSize size;
    private final Cores cores;
    private final byte[] points;
    private final GaloisMultiplier leaves;
    private final GaloisMultiplier trees;
    private final GaloisMultiplier transfers;

    LinearCheck(VoleSize size, byte[] seed, Cores cores) {
        this.size = size;
        this.cores = cores;
        this.points = new Prg(seed).next(3 * BLOCK);
        this.leaves = new GaloisMultiplier(points, 0);
        this.trees = new GaloisMultiplier(points, BLOCK);
        this.transfers = new GaloisMultiplier(points, 2 * BLOCK);
    }

    /** Of a word with all leaves, and of rows and sums as {@link Columns} has them. */
    byte[] combine(long[] words, int lane, int stride, byte[] rows, byte[] sums) {
        byte[] hashes = new byte[size.code().noise() * BLOCK];
        cores.run(
                size.code().noise(),
                tree -> leaves.horner(
                        words, tree * size.stretch() * stride + lane, stride, size.stretch(), hashes, tree * BLOCK));
        return combine(hashes, rows, Arrays.copyOfRange(sums, sums.length - BLOCK, sums.length));
    }

    /** Of a word that is zero but for one place in each stretch. */
    byte[] combineNoise(int[] places, byte[] values, byte[] rows) {
        byte[] powers = powers();
        byte[] hashes = new byte[places.length * BLOCK];
        for (int tree = 0; tree < places.length; tree++) {
            int power = size.stretch() - 1 - places[tree];
            new GaloisMultiplier(powers, power * BLOCK).multiply(values, tree * BLOCK, hashes, tree * BLOCK, 1);
        }
        return combine(hashes, rows, Arrays.copyOfRange(values, values.length - BLOCK, values.length));
    }

    private byte[] powers() {
        byte[] powers = new byte[size.stretch() * BLOCK];
        powers[0] = 1;
        for (int i = 1; i < size.stretch(); i++) {
            leaves.multiply(powers, (i - 1) * BLOCK, powers, i * BLOCK, 1);
        }
        return powers;
    }

    private byte[] combine(byte[] hashes, byte[] rows, byte[] last) {
        trees.multiplyAndAdd(trees.horner(hashes, 0, hashes.length / BLOCK), 0, last, 0, 1);
        transfers.multiplyAndAdd(transfers.horner(rows, 0, rows.length / BLOCK), 0, last, 0, 1);
        return last;
    }
}
