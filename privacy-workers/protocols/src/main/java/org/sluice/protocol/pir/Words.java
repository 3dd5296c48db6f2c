package org.sluice.protocol.pir;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Arrays of 32-bit words as bytes, little-endian, and sums over them modulo 2^32. */
final class Words {

    private Words() {}

    static void read(byte[] bytes, int offset, int[] target) {
        ByteBuffer.wrap(bytes, offset, Integer.BYTES * target.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(target);
    }

    static int[] read(byte[] bytes) {
        int[] words = new int[bytes.length / Integer.BYTES];
        read(bytes, 0, words);
        return words;
    }

    static void write(int[] words, byte[] target, int offset) {
        ByteBuffer.wrap(target, offset, Integer.BYTES * words.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .put(words);
    }

    static byte[] write(int[] words) {
        byte[] bytes = new byte[Integer.BYTES * words.length];
        write(words, bytes, 0);
        return bytes;
    }

    /** The sum of the products, modulo 2^32. */
    static int product(int[] a, int[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** {@code target += factor · source}. */
    static void addMultiple(int factor, int[] source, int[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * source[i];
        }
    }
}
