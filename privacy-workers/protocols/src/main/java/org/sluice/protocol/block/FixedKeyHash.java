package org.sluice.protocol.block;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.sluice.protocol.Steps;

/**
 * Blocks hashed to blocks by one permutation π, AES under a public key; after Guo, Katz, Wang, Yu, "Efficient and secure
 * multiparty computation from fixed-key block ciphers", IEEE S&amp;P 2020 (eprint 2019/074), section 7. For one thread.
 *
 * <p>Which of the three is called for is a matter of what the adversary controls: {@link #correlationRobust} where all
 * inputs are differences of one secret from uniform values, {@link #circular} where the secret also stands in
 * what is masked, {@link #tweakable} for anything malicious.
 *
 * <p>Each method reads {@code blocks} blocks from an offset of the source and overwrites as many of the target; both may
 * be the same array at the same offset.
 */
public final class FixedKeyHash {

    private static final int BATCH = Aes.BATCH / Blocks.LENGTH;

    private final Cipher permutation;
    private final byte[] inputs = new byte[Aes.BATCH];
    private final byte[] outputs = new byte[Aes.BATCH];

    /** @param number which of the public keys; hashes with different numbers are independent */
    public FixedKeyHash(int number) {
        this.permutation = Aes.blocks(publicKey(number));
    }

    /** {@code π(x) ⊕ x}. */
    public void correlationRobust(byte[] source, int from, byte[] target, int to, int blocks) {
        for (int done = 0; done < blocks; done += BATCH) {
            int bytes = Math.min(BATCH, blocks - done) * Blocks.LENGTH;
            int at = done * Blocks.LENGTH;
            System.arraycopy(source, from + at, inputs, 0, bytes);
            permute(bytes);
            add(inputs, target, to + at, bytes);
        }
    }

    /** {@code π(σ(x)) ⊕ σ(x)} with {@code σ(L ‖ R) = (L ⊕ R) ‖ L}, L being the high half. */
    public void circular(byte[] source, int from, byte[] target, int to, int blocks) {
        for (int done = 0; done < blocks; done += BATCH) {
            int bytes = Math.min(BATCH, blocks - done) * Blocks.LENGTH;
            int at = done * Blocks.LENGTH;
            for (int i = 0; i < bytes; i += Blocks.LENGTH) {
                long low = Blocks.get(source, from + at + i);
                long high = Blocks.get(source, from + at + i + Long.BYTES);
                Blocks.set(inputs, i, high);
                Blocks.set(inputs, i + Long.BYTES, high ^ low);
            }
            permute(bytes);
            add(inputs, target, to + at, bytes);
        }
    }

    /** {@code π(π(x) ⊕ i) ⊕ π(x)}; the tweak i of the first block is given, each next one is greater by one. */
    public void tweakable(long firstTweak, byte[] source, int from, byte[] target, int to, int blocks) {
        byte[] permuted = new byte[Math.min(blocks, BATCH) * Blocks.LENGTH];
        for (int done = 0; done < blocks; done += BATCH) {
            int bytes = Math.min(BATCH, blocks - done) * Blocks.LENGTH;
            int at = done * Blocks.LENGTH;
            System.arraycopy(source, from + at, inputs, 0, bytes);
            permute(bytes);
            System.arraycopy(outputs, 0, permuted, 0, bytes);
            for (int i = 0; i < bytes; i += Blocks.LENGTH) {
                long tweak = firstTweak + done + i / Blocks.LENGTH;
                Blocks.set(inputs, i, Blocks.get(permuted, i) ^ tweak);
                Blocks.set(inputs, i + Long.BYTES, Blocks.get(permuted, i + Long.BYTES));
            }
            permute(bytes);
            add(permuted, target, to + at, bytes);
        }
    }

    private void permute(int bytes) {
        Aes.update(permutation, inputs, 0, bytes, outputs, 0);
    }

    /** Target = outputs ⊕ addend. */
    private void add(byte[] addend, byte[] target, int to, int bytes) {
        int longs = bytes / Long.BYTES;
        for (int i = 0; i < longs; i += Steps.FEW) {
            addSome(addend, target, to, i, Steps.end(i, longs));
        }
    }

    private void addSome(byte[] addend, byte[] target, int to, int from, int end) {
        for (int i = from * Long.BYTES; i < end * Long.BYTES; i += Long.BYTES) {
            Blocks.set(target, to + i, Blocks.get(outputs, i) ^ Blocks.get(addend, i));
        }
    }

    private static byte[] publicKey(int number) {
        try {
            byte[] label = ("sluice/fixed-key/v1/" + number).getBytes(StandardCharsets.US_ASCII);
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(label), Blocks.LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
