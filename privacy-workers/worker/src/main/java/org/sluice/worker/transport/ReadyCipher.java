package org.sluice.worker.transport;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cipher of all lines, made ready once in a process. The platform authenticates AES-GCM in native code only where its
 * second compiler has compiled the caller, and that comes after some thousands of calls, however much each of them is about.
 * A record of a line is one call for 16 KiB: 20 MB go by in compiled Java, at 60 MB/s, before it would come by itself. So as
 * many blocks of 16 bytes are encrypted, under a key that protects nothing.
 */
final class ReadyCipher {

    /** Each makes two calls or three, of the 5,000 that it takes. */
    private static final int BLOCKS = 3000;

    private static final int BLOCK = 16;
    private static final int NONCE = 12;

    private static final AtomicBoolean READY = new AtomicBoolean();

    private ReadyCipher() {}

    /** Takes some 50 ms the first time, and nothing after that. */
    static void prepare() {
        if (READY.getAndSet(true)) {
            return;
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            SecretKeySpec key = new SecretKeySpec(new byte[BLOCK], "AES");
            byte[] block = new byte[BLOCK];
            for (int i = 0; i < BLOCKS; i++) {
                byte[] nonce = ByteBuffer.allocate(NONCE).putInt(i).array();
                cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(Byte.SIZE * BLOCK, nonce));
                cipher.updateAAD(block);
                cipher.doFinal(block);
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
        }
    }
}
