package org.sluice.protocol.block;

import javax.crypto.Cipher;

/** AES under a key of the caller's choice, over many blocks in one call. For one thread. */
public final class BlockCipher {

    private final Cipher cipher;

    /** @param key 16 bytes */
    public BlockCipher(byte[] key) {
        this.cipher = Aes.blocks(key);
    }

    /** Encrypts each of so many blocks by itself; source and target may be the same array at the same offset. */
    public void encrypt(byte[] source, int from, byte[] target, int to, int blocks) {
        int bytes = blocks * Blocks.LENGTH;
        for (int done = 0; done < bytes; done += Aes.BATCH) {
            int part = Math.min(Aes.BATCH, bytes - done);
            Aes.update(cipher, source, from + done, part, target, to + done);
        }
    }
}
