package org.sluice.protocol.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class BlocksTest {

    /** More than two batches, and not a whole number of them. */
    private static final int MANY = 2500;

    @Test
    void countersBeginAtZeroAndGoOnAcrossCalls() {
        byte[] seed = random(16, 1);
        byte[] counters = new byte[16 * MANY];
        for (int i = 0; i < MANY; i++) {
            counters[16 * i + 15] = (byte) i;
            counters[16 * i + 14] = (byte) (i >> 8);
        }
        byte[] expected = aes(seed, counters);

        Prg prg = new Prg(seed);
        byte[] filled = new byte[expected.length];
        prg.fill(filled, 0, 7);
        prg.fill(filled, 7, 20_000);
        prg.fill(filled, 20_007, filled.length - 20_007);

        assertThat(filled).isEqualTo(expected);
        assertThat(new Prg(filled, 16).next(16)).isEqualTo(aes(Arrays.copyOfRange(expected, 16, 32), new byte[16]));
    }

    /** FIPS 197, appendix B. */
    @Test
    void encryptsThePublishedBlock() {
        BlockCipher cipher = new BlockCipher(HexFormat.of().parseHex("2b7e151628aed2a6abf7158809cf4f3c"));
        byte[] blocks = new byte[16 * MANY];
        for (int i = 0; i < MANY; i++) {
            System.arraycopy(HexFormat.of().parseHex("3243f6a8885a308d313198a2e0370734"), 0, blocks, 16 * i, 16);
        }

        cipher.encrypt(blocks, 0, blocks, 0, MANY);

        for (int i = 0; i < MANY; i++) {
            assertThat(Arrays.copyOfRange(blocks, 16 * i, 16 * i + 16))
                    .isEqualTo(HexFormat.of().parseHex("3925841d02dc09fbdc118597196a0b32"));
        }
    }

    @Test
    void hashesAreTheirFormulas() {
        byte[] key = publicKey(3);
        byte[] inputs = random(16 * MANY, 2);
        FixedKeyHash hash = new FixedKeyHash(3);
        byte[] robust = new byte[inputs.length];
        byte[] circular = new byte[inputs.length];
        byte[] tweakable = inputs.clone();

        hash.correlationRobust(inputs, 0, robust, 0, MANY);
        hash.circular(inputs, 0, circular, 0, MANY);
        hash.tweakable(1L << 33, tweakable, 0, tweakable, 0, MANY);

        assertThat(robust).isEqualTo(sum(aes(key, inputs), inputs));
        byte[] swapped = sigma(inputs);
        assertThat(circular).isEqualTo(sum(aes(key, swapped), swapped));
        byte[] permuted = aes(key, inputs);
        byte[] tweaked = permuted.clone();
        for (int i = 0; i < MANY; i++) {
            Blocks.set(tweaked, 16 * i, Blocks.get(tweaked, 16 * i) ^ ((1L << 33) + i));
        }
        assertThat(tweakable).isEqualTo(sum(aes(key, tweaked), permuted));
    }

    @Test
    void hashesWithDifferentNumbersDiffer() {
        byte[] first = new byte[16];
        byte[] second = new byte[16];
        new FixedKeyHash(0).correlationRobust(first, 0, first, 0, 1);
        new FixedKeyHash(1).correlationRobust(second, 0, second, 0, 1);
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void multipliesAsPolynomials() {
        byte[] factor = random(16, 3);
        byte[] blocks = random(16 * 50, 4);
        GaloisMultiplier multiplier = new GaloisMultiplier(factor, 0);
        byte[] products = new byte[blocks.length];
        multiplier.multiply(blocks, 0, products, 0, 50);
        byte[] sums = blocks.clone();
        multiplier.multiplyAndAdd(blocks, 0, sums, 0, 50);

        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < 50; i++) {
            BigInteger block = polynomial(blocks, 16 * i);
            assertThat(polynomial(products, 16 * i)).isEqualTo(times(block, polynomial(factor, 0)));
            assertThat(polynomial(sums, 16 * i))
                    .isEqualTo(times(block, polynomial(factor, 0)).xor(block));
            value = times(value, polynomial(factor, 0)).xor(block);
        }
        assertThat(polynomial(multiplier.horner(blocks, 0, 50), 0)).isEqualTo(value);
    }

    @Test
    void addsBytesAndBlocks() {
        byte[] target = random(37, 5);
        byte[] source = random(40, 6);
        byte[] before = target.clone();
        Blocks.xor(source, 2, target, 1, 35);
        assertThat(target[0]).isEqualTo(before[0]);
        assertThat(target[36]).isEqualTo(before[36]);
        for (int i = 0; i < 35; i++) {
            assertThat(target[1 + i]).isEqualTo((byte) (before[1 + i] ^ source[2 + i]));
        }
        byte[] blocks = new byte[64];
        Blocks.xorToEach(source, blocks, 16, 2);
        assertThat(blocks).startsWith(new byte[16]).endsWith(new byte[16]);
        assertThat(Arrays.copyOfRange(blocks, 32, 48)).isEqualTo(Arrays.copyOf(source, 16));
    }

    private static BigInteger times(BigInteger a, BigInteger b) {
        BigInteger modulus = BigInteger.ONE.shiftLeft(128).xor(BigInteger.valueOf(0x87));
        BigInteger product = BigInteger.ZERO;
        for (int i = 127; i >= 0; i--) {
            product = product.shiftLeft(1);
            product = product.testBit(128) ? product.xor(modulus) : product;
            product = b.testBit(i) ? product.xor(a) : product;
        }
        return product;
    }

    private static BigInteger polynomial(byte[] bytes, int offset) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < 128; i++) {
            value = Blocks.bit(bytes, offset * 8 + i) == 1 ? value.setBit(i) : value;
        }
        return value;
    }

    private static byte[] sigma(byte[] inputs) {
        byte[] swapped = new byte[inputs.length];
        for (int i = 0; i < inputs.length; i += 16) {
            for (int j = 0; j < 8; j++) {
                swapped[i + j] = inputs[i + 8 + j];
                swapped[i + 8 + j] = (byte) (inputs[i + j] ^ inputs[i + 8 + j]);
            }
        }
        return swapped;
    }

    private static byte[] sum(byte[] a, byte[] b) {
        byte[] sum = a.clone();
        Blocks.xor(b, 0, sum, 0, sum.length);
        return sum;
    }

    private static byte[] publicKey(int number) {
        try {
            byte[] label = ("sluice/fixed-key/v1/" + number).getBytes(StandardCharsets.US_ASCII);
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(label), 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] aes(byte[] key, byte[] blocks) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] random(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void beginsAPublicStreamAnywhere() {
        byte[] seed = new byte[16];
        byte[] whole = Prg.part(seed, 3, 0).next(96);

        assertThat(Prg.part(seed, 3, 2).next(64)).isEqualTo(Arrays.copyOfRange(whole, 32, 96));
        assertThat(Prg.part(seed, 4, 0).next(96)).isNotEqualTo(whole);
        assertThat(Prg.part(seed, 0, 0).next(96)).isEqualTo(new Prg(seed).next(96));
    }

    @Test
    void multipliesNumbersAsItMultipliesBytes() {
        byte[] bytes = new Prg(new byte[16]).next(6 * 16);
        GaloisMultiplier factor = new GaloisMultiplier(bytes, 80);
        long[] words = new long[4 * 5];
        for (int i = 0; i < 5; i++) {
            words[4 * i + 2] = Blocks.get(bytes, 16 * i);
            words[4 * i + 3] = Blocks.get(bytes, 16 * i + 8);
        }
        byte[] value = new byte[16];
        factor.horner(words, 2, 4, 5, value, 0);
        long[] product = {words[2], words[3]};
        factor.multiplyAndAdd(words, 6, product, 0, 1);
        byte[] expected = Arrays.copyOf(bytes, 16);
        factor.multiplyAndAdd(bytes, 16, expected, 0, 1);

        assertThat(value).isEqualTo(factor.horner(bytes, 0, 5));
        assertThat(product[0]).isEqualTo(Blocks.get(expected, 0));
        assertThat(product[1]).isEqualTo(Blocks.get(expected, 8));
    }
}
