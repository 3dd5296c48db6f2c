package org.sluice.protocol.vole;

import java.security.SecureRandom;
import java.util.Arrays;
import org.sluice.protocol.Cores;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.block.FixedKeyHash;
import org.sluice.protocol.block.Prg;

/** The side that chooses the noise, and holds A' and C in the end. One object is one run; its methods are called in order. */
public final class NoiseSide {

    /** Numbers in a row of the result. */
    public static final int ROW = 4;

    private static final int BLOCK = Blocks.LENGTH;

    private final VoleSize size;
    private final Cores cores;
    private final int[] places;
    private final byte[] values;
    private final long[] words;
    private byte[] rows = {};
    private byte[] sums = {};

    /** Chooses the noise. */
    public NoiseSide(VoleSize size, SecureRandom random, Cores cores) {
        this.size = size;
        this.cores = cores;
        this.places = new int[size.code().noise()];
        for (int i = 0; i < places.length; i++) {
            places[i] = random.nextInt(size.stretch());
        }
        this.values = new byte[size.shorts() * BLOCK];
        random.nextBytes(values);
        this.words = new long[Math.multiplyExact(ROW, size.length())];
    }

    /**
     * The message of {@link VoleSize#correctionsLength} bytes.
     *
     * @param keys both of each of 128 base transfers, 16 bytes a key, that of choice 0 first
     */
    public byte[] corrections(byte[] keys) {
        int length = size.correctionsLength() / VoleSize.COLUMNS;
        byte[] choices = choices();
        byte[] message = new byte[size.correctionsLength()];
        Columns columns = new Columns(size);
        for (int column = VoleSize.COLUMNS - 1; column >= 0; column--) {
            byte[] stretched = new Prg(keys, 2 * column * BLOCK).next(length);
            int at = column * length;
            new Prg(keys, (2 * column + 1) * BLOCK).fill(message, at, length);
            Blocks.xor(stretched, 0, message, at, length);
            Blocks.xor(choices, 0, message, at, choices.length);
            Blocks.xor(values, 0, message, at + choices.length, values.length);
            columns.add(column, stretched);
        }
        rows = columns.rows();
        sums = columns.sums();
        columns.destroy();
        return message;
    }

    /** One bit a transfer: at each level of each tree the side to which the way does not turn. */
    private byte[] choices() {
        byte[] bits = new byte[size.transfers() / Byte.SIZE];
        for (int transfer = 0; transfer < size.transfers(); transfer++) {
            bits[transfer / Byte.SIZE] |= (byte) (choice(transfer) << transfer % Byte.SIZE);
        }
        return bits;
    }

    private int choice(int transfer) {
        return ~(places[transfer / size.depth()] >>> transfer % size.depth()) & 1;
    }

    /** Grows the trees around the noisy places, from the Δ side's message of {@link VoleSize#puncturingLength} bytes. */
    public void grow(byte[] puncturing) {
        byte[] levelSums = new byte[rows.length];
        new FixedKeyHash(0).tweakable(0, rows, 0, levelSums, 0, size.transfers());
        for (int transfer = 0; transfer < size.transfers(); transfer++) {
            Blocks.xor(puncturing, (2 * transfer + choice(transfer)) * BLOCK, levelSums, transfer * BLOCK, BLOCK);
        }
        byte[] leafSums = new byte[places.length * BLOCK];
        Trees.each(size, cores, (tree, room) -> {
            room.growAround(places[tree], levelSums, tree * size.depth() * BLOCK, leafSums, tree * BLOCK);
            room.copyLeaves(words, ROW * tree * size.stretch() + 2, ROW);
        });
        Blocks.xor(puncturing, 2 * size.transfers() * BLOCK, leafSums, 0, leafSums.length);
        Blocks.xor(sums, 0, leafSums, 0, leafSums.length);
        for (int tree = 0; tree < places.length; tree++) {
            int at = ROW * (tree * size.stretch() + places[tree]);
            words[at] = Blocks.get(values, tree * BLOCK);
            words[at + 1] = Blocks.get(values, tree * BLOCK + Long.BYTES);
            words[at + 2] = Blocks.get(leafSums, tree * BLOCK);
            words[at + 3] = Blocks.get(leafSums, tree * BLOCK + Long.BYTES);
        }
    }

    /** The combination of all noise, which a value used nowhere else hides; before encoding. */
    public byte[] combinedNoise(byte[] checkSeed) {
        byte[] bits = new byte[rows.length];
        for (int transfer = 0; transfer < size.transfers(); transfer++) {
            bits[transfer * BLOCK] = (byte) choice(transfer);
        }
        return new LinearCheck(size, checkSeed, cores).combineNoise(places, values, bits);
    }

    /** The combination of all that correlates with the noise; before encoding. */
    public byte[] combination(byte[] checkSeed) {
        return new LinearCheck(size, checkSeed, cores).combine(words, 2, ROW, rows, sums);
    }

    /**
     * A' and C in rows of {@link #ROW} numbers: A', low and high, C, low and high. What stands behind the outputs means
     * nothing.
     */
    public long[] encode(byte[] codeSeed) {
        new ExpandConvolute(size, codeSeed, cores).encode(words, 2);
        return words;
    }

    /** Overwrites what only this side may know. */
    public void destroy() {
        Arrays.fill(places, 0);
        Arrays.fill(values, (byte) 0);
        Arrays.fill(rows, (byte) 0);
        Arrays.fill(sums, (byte) 0);
        Arrays.fill(words, 0);
    }
}
