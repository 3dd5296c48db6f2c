package org.sluice.protocol.pir;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The matrix A, m x n: row j is the key stream of AES-256 in counter mode under the public seed, from block 320·j on, words
 * little-endian. Any row can be had without those before it, and a whole one for a million records would take 256 MB.
 *
 * <p>For one thread.
 */
final class PublicMatrix {

    static final int SEED = 32;

    private static final int ROW = Integer.BYTES * Lwe.DIMENSION;
    private static final int BLOCK = 16;
    private static final int ROWS_AT_ONCE = 8;
    private static final byte[] ZEROS = new byte[ROWS_AT_ONCE * ROW];

    private final SecretKeySpec key;
    private final byte[] stream = new byte[ROWS_AT_ONCE * ROW];

    PublicMatrix(byte[] seed) {
        this.key = new SecretKeySpec(seed, "AES");
    }

    /** An array for so many rows. */
    static int[][] room(int rows) {
        return new int[rows][Lwe.DIMENSION];
    }

    /** Overwrites the first {@code count} arrays of the target with the rows from {@code from} on. */
    void rows(int from, int count, int[][] target) {
        try {
            Cipher cipher = from(from);
            for (int done = 0; done < count; done += ROWS_AT_ONCE) {
                int rows = Math.min(ROWS_AT_ONCE, count - done);
                cipher.update(ZEROS, 0, rows * ROW, stream, 0);
                for (int i = 0; i < rows; i++) {
                    Words.read(stream, i * ROW, target[done + i]);
                }
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES in counter mode", impossible);
        }
    }

    private Cipher from(int row) throws GeneralSecurityException {
        byte[] counter = ByteBuffer.allocate(BLOCK)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(0)
                .putLong((long) row * (ROW / BLOCK))
                .array();
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter));
        return cipher;
    }
}
