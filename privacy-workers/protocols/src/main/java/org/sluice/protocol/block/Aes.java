package org.sluice.protocol.block;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The platform's AES with 128-bit keys: single blocks in batches (ECB), or as a key stream (CTR). */
final class Aes {

    /** What the platform's loops over blocks run best with. */
    static final int BATCH = 16 << 10;

    /** Which provider it is, asked once: to look through all of them for each of many ciphers takes longer than to use one. */
    private static final Provider PROVIDER = provider();

    private Aes() {}

    static Cipher blocks(byte[] key) {
        return cipher("AES/ECB/NoPadding", new SecretKeySpec(key, "AES"), null);
    }

    static Cipher stream(byte[] seed, int offset) {
        return stream(seed, offset, 0, 0);
    }

    /** The counter's high half and low half at the beginning. */
    static Cipher stream(byte[] seed, int offset, long high, long low) {
        byte[] counter =
                ByteBuffer.allocate(Blocks.LENGTH).putLong(high).putLong(low).array();
        return cipher(
                "AES/CTR/NoPadding",
                new SecretKeySpec(seed, offset, Blocks.LENGTH, "AES"),
                new IvParameterSpec(counter));
    }

    /** Encrypts into the target, which may be the source at the same place. */
    static void update(Cipher cipher, byte[] source, int from, int length, byte[] target, int to) {
        try {
            int written = cipher.update(source, from, length, target, to);
            if (written != length) {
                throw new IllegalStateException("AES kept back " + (length - written) + " bytes");
            }
        } catch (ShortBufferException impossible) {
            throw new IllegalStateException("AES needs no more room than it is given", impossible);
        }
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance("AES/CTR/NoPadding").getProvider();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES", impossible);
        }
    }

    private static Cipher cipher(
            String transformation, SecretKeySpec key, @Nullable AlgorithmParameterSpec parameters) {
        try {
            Cipher cipher = Cipher.getInstance(transformation, PROVIDER);
            cipher.init(Cipher.ENCRYPT_MODE, key, parameters);
            return cipher;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES with 128-bit keys", impossible);
        }
    }
}
