package org.sluice.protocol.okvs;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Fills the columns of a bin with the stream of AES in counter mode under a fresh key; each bin has a stretch of its own. */
final class RandomColumns {

    static final int SEED = 16;

    private static final int CHUNK = 1 << 14;

    private RandomColumns() {}

    static void fill(long[] vector, int from, int to, byte[] seed, int bin) {
        byte[] zeros = new byte[CHUNK];
        byte[] stream = new byte[CHUNK];
        byte[] counter =
                ByteBuffer.allocate(16).putInt(bin).putInt(0).putLong(0).array();
        try {
            Cipher aes = Cipher.getInstance("AES/CTR/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(seed, "AES"), new IvParameterSpec(counter));
            for (int at = from; at < to; at += CHUNK / Long.BYTES) {
                aes.update(zeros, 0, CHUNK, stream, 0);
                ByteBuffer.wrap(stream).asLongBuffer().get(vector, at, Math.min(to - at, CHUNK / Long.BYTES));
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES", impossible);
        }
    }
}
