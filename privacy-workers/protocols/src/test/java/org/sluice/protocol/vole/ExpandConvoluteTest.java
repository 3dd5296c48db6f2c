package org.sluice.protocol.vole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluice.protocol.Cores;

class ExpandConvoluteTest {

    private static final VoleSize SIZE = VoleSize.of(9000, LpnCode.CAREFUL);

    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** The two parties encode rows of different widths on different machines, and must have one code. */
    @Test
    void isOneCodeForAllWidthsAndNumbersOfThreads() {
        long[] single = words(1);
        long[] both = new long[2 * single.length];
        for (int i = 0; i < single.length; i += 2) {
            both[2 * i + 2] = single[i];
            both[2 * i + 3] = single[i + 1];
        }
        new ExpandConvolute(SIZE, new byte[16], new Cores(threads, 0)).encode(single, 1);
        new ExpandConvolute(SIZE, new byte[16], new Cores(threads, 2)).encode(both, 2);

        for (int i = 0; i < SIZE.message(); i++) {
            assertThat(both[4 * i + 2]).isEqualTo(single[2 * i]);
            assertThat(both[4 * i + 3]).isEqualTo(single[2 * i + 1]);
            assertThat(both[4 * i] | both[4 * i + 1]).isZero();
        }
    }

    @Test
    void isLinear() {
        long[] a = words(2);
        long[] b = words(3);
        long[] sum = new long[a.length];
        Arrays.setAll(sum, i -> a[i] ^ b[i]);
        for (long[] each : new long[][] {a, b, sum}) {
            encode(each, 0);
        }

        for (int i = 0; i < 2 * SIZE.message(); i++) {
            assertThat(sum[i]).isEqualTo(a[i] ^ b[i]);
        }
    }

    /**
     * A single place of the second half, at its very beginning or end, reaches about half of all outputs: each sums up 21
     * places of a word that is about half full. Of the first half it reaches its own.
     */
    @Test
    void spreadsOnePlaceOverEverything() {
        for (int place : new int[] {SIZE.message(), 2 * SIZE.message() - 1, SIZE.message() + 4500}) {
            long[] words = new long[2 * SIZE.length()];
            words[2 * place] = 1;
            encode(words, 0);

            assertThat(ones(words)).isBetween(SIZE.message() * 45 / 100, SIZE.message() * 55 / 100);
        }
        long[] words = new long[2 * SIZE.length()];
        words[2 * 77] = 1;
        encode(words, 0);
        assertThat(ones(words)).isEqualTo(1);
        assertThat(words[2 * 77]).isEqualTo(1);
    }

    @Test
    void isAnotherCodeUnderAnotherSeed() {
        long[] a = words(4);
        long[] b = a.clone();
        encode(a, 0);
        encode(b, 1);

        int alike = 0;
        for (int i = 0; i < SIZE.message(); i++) {
            alike += a[2 * i] == b[2 * i] ? 1 : 0;
        }
        assertThat(alike).isZero();
    }

    private static int ones(long[] words) {
        int ones = 0;
        for (int i = 0; i < SIZE.message(); i++) {
            ones += (int) words[2 * i];
        }
        return ones;
    }

    private void encode(long[] words, int seed) {
        byte[] bytes = new byte[16];
        bytes[0] = (byte) seed;
        new ExpandConvolute(SIZE, bytes, new Cores(threads, 1)).encode(words, 1);
    }

    private static long[] words(long seed) {
        return new Random(seed).longs(2L * SIZE.length()).toArray();
    }
}
