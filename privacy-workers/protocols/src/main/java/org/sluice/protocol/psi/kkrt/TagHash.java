package org.sluice.protocol.psi.kkrt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.Terms;

/**
 * Rows hashed to tags: H(label ‖ terms ‖ bin ‖ choice ‖ row), of which two compressions make a hash. The choice keeps two
 * tags of an item apart whose bins are one. For one thread.
 */
final class TagHash {

    private static final byte[] LABEL = "sluice/kkrt/v1".getBytes(StandardCharsets.US_ASCII);
    private static final int BIN = LABEL.length + Hashing.LENGTH;
    private static final int ROW = BIN + Integer.BYTES + 1;

    private final MessageDigest digest;
    private final byte[] input = new byte[ROW + Code.LENGTH];
    private final byte[] hash = new byte[Hashing.LENGTH];
    private final int length;

    /** @param length bytes of a tag */
    TagHash(Terms terms, int length) {
        this.digest = terms.hashing().digest();
        this.length = length;
        ByteBuffer.wrap(input).put(LABEL).put(terms.fingerprint());
    }

    /** The tag of a row of the matrix. */
    void tag(int bin, int choice, byte[] rows, int at, byte[] target, int to) {
        System.arraycopy(rows, at, input, ROW, Code.LENGTH);
        finish(bin, choice, target, to);
    }

    /** The tag of a row to which what the mask leaves of a word is added. */
    void tag(
            int bin,
            int choice,
            byte[] rows,
            int at,
            byte[] words,
            int word,
            int plane,
            long[] mask,
            byte[] target,
            int to) {
        for (int piece = 0; piece < Code.PIECES; piece++) {
            long masked = Blocks.get(words, word + Code.offset(piece, plane)) & mask[piece];
            Blocks.set(input, ROW + piece * Long.BYTES, Blocks.get(rows, at + piece * Long.BYTES) ^ masked);
        }
        finish(bin, choice, target, to);
    }

    private void finish(int bin, int choice, byte[] target, int to) {
        input[BIN] = (byte) (bin >>> 24);
        input[BIN + 1] = (byte) (bin >>> 16);
        input[BIN + 2] = (byte) (bin >>> 8);
        input[BIN + 3] = (byte) bin;
        input[BIN + 4] = (byte) choice;
        digest.update(input);
        try {
            digest.digest(hash, 0, Hashing.LENGTH);
        } catch (DigestException impossible) {
            throw new IllegalStateException("A hash has 32 bytes", impossible);
        }
        System.arraycopy(hash, 0, target, to, length);
    }
}
