package org.sluice.protocol.psi.kkrt;

import java.util.Arrays;
import org.sluice.protocol.block.BlockCipher;
import org.sluice.protocol.block.Blocks;

/**
 * The pseudorandom code: the first 448 bits of an item's block encrypted under four keys. Two items' words differ in
 * fewer than 128 places with a chance so small that 3·2^24 comparisons meet it with less than 2^-40. For one thread.
 */
final class Code {

    /** Bits of a word: columns of the matrix. */
    static final int WIDTH = 448;

    /** Bytes of a word, and of a row of the matrix. */
    static final int LENGTH = WIDTH / Byte.SIZE;

    /** Eight-byte pieces of a word. */
    static final int PIECES = LENGTH / Long.BYTES;

    /** Bytes of the four keys. */
    static final int KEYS = 4 * Blocks.LENGTH;

    private final BlockCipher[] ciphers = new BlockCipher[KEYS / Blocks.LENGTH];

    Code(byte[] keys) {
        for (int i = 0; i < ciphers.length; i++) {
            ciphers[i] = new BlockCipher(Arrays.copyOfRange(keys, i * Blocks.LENGTH, (i + 1) * Blocks.LENGTH));
        }
    }

    /**
     * Encodes so many blocks from the start of the source. What the first key makes of them begins at {@code to}, what
     * each next one makes {@code plane} bytes further on.
     */
    void encode(byte[] source, byte[] target, int to, int plane, int blocks) {
        for (int i = 0; i < ciphers.length; i++) {
            ciphers[i].encrypt(source, 0, target, to + i * plane, blocks);
        }
    }

    /** Where a piece of a word lies, from the word's place in the first plane on. */
    static int offset(int piece, int plane) {
        return piece / 2 * plane + piece % 2 * Long.BYTES;
    }
}
