package org.sluice.protocol.vole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.Cores;

class VoleTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Cores cores = new Cores(threads, 1);
    private final SecureRandom random = new SecureRandom();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** Below the least size, and with stretches of 2^d - 1, 2^d and 2^d + 1 leaves. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4096, 4097, 8064, 8065, 8192, 8193, 8320, 8321, 16_384, 16_385, 100_000})
    void correlatesEveryOutput(int outputs) {
        for (LpnCode code : new LpnCode[] {LpnCode.CAREFUL, LpnCode.FAST}) {
            Correlation run = new Correlation(VoleSize.of(outputs, code), random, cores);
            run.noise.grow(run.puncturing(run.corrections()));
            byte[] seed = random.generateSeed(16);

            assertThat(run.wrong(run.noise.encode(seed), run.holder.encode(seed), outputs))
                    .isZero();
        }
    }

    @Test
    void cutsItsTreesAroundPowersOfTwo() {
        assertThat(VoleSize.of(4096, LpnCode.FAST).depth()).isEqualTo(5);
        assertThat(VoleSize.of(4097, LpnCode.FAST).stretch()).isEqualTo(33);
        assertThat(VoleSize.of(4097, LpnCode.FAST).depth()).isEqualTo(6);
        assertThat(VoleSize.of(8192, LpnCode.FAST).depth()).isEqualTo(6);
        assertThat(VoleSize.of(8193, LpnCode.FAST).depth()).isEqualTo(7);
    }

    /** Before the code runs, the two sides differ in the noisy places alone, one a stretch. */
    @Test
    void isNoisyInOnePlaceOfEachStretch() {
        VoleSize size = VoleSize.of(5000, LpnCode.CAREFUL);
        Correlation run = new Correlation(size, random, cores);
        run.noise.grow(run.puncturing(run.corrections()));
        byte[] seed = new byte[16];
        long[] rows = run.noise.encode(seed);
        long[] b = run.holder.encode(seed);
        Set<Long> seen = new HashSet<>();
        int unlike = 0;
        for (int i = 0; i < 5000; i++) {
            seen.add(rows[4 * i]);
            seen.add(rows[4 * i + 1]);
            unlike += rows[4 * i + 2] == b[2 * i] ? 0 : 1;
        }
        assertThat(seen).hasSize(10_000);
        assertThat(unlike).isEqualTo(5000);
    }

    @Test
    void agreesInTheCheckWhereBothAreHonest() {
        Correlation run = new Correlation(VoleSize.of(6000, LpnCode.CAREFUL), random, cores);
        run.noise.grow(run.puncturing(run.corrections()));
        byte[] seed = random.generateSeed(16);

        assertThat(run.holder.expected(run.holder.combination(seed), run.noise.combinedNoise(seed)))
                .isEqualTo(run.noise.combination(seed));
    }

    /** A column of Δ that is one sees an altered correction; one bit of a transfer or of an element is enough. */
    @Test
    void showsCorrectionsThatFitNoChoice() {
        for (int part = 0; part < 2; part++) {
            Correlation run = new Correlation(VoleSize.of(6000, LpnCode.CAREFUL), random, cores);
            byte[] corrections = run.corrections();
            int length = corrections.length / VoleSize.COLUMNS;
            for (int column = 0; column < VoleSize.COLUMNS; column += 2) {
                corrections[column * length + (part == 0 ? 0 : length - 1)] ^= 4;
            }
            run.noise.grow(run.puncturing(corrections));
            byte[] seed = random.generateSeed(16);

            assertThat(run.holder.expected(run.holder.combination(seed), run.noise.combinedNoise(seed)))
                    .isNotEqualTo(run.noise.combination(seed));
        }
    }

    /** Both pads of a level altered, and a tree's last block: whatever the noise is, it is met. */
    @Test
    void showsTreesThatDoNotFit() {
        for (int block : new int[] {0, 12, -1}) {
            Correlation run = new Correlation(VoleSize.of(6000, LpnCode.CAREFUL), random, cores);
            byte[] puncturing = run.puncturing(run.corrections());
            if (block < 0) {
                puncturing[puncturing.length - 1] ^= 1;
            } else {
                puncturing[16 * block] ^= 1;
                puncturing[16 * (block + 1)] ^= 1;
            }
            run.noise.grow(puncturing);
            byte[] seed = random.generateSeed(16);

            assertThat(run.holder.expected(run.holder.combination(seed), run.noise.combinedNoise(seed)))
                    .isNotEqualTo(run.noise.combination(seed));
        }
    }

    @Test
    void refusesSizesThatAreNone() {
        assertThatThrownBy(() -> VoleSize.of(0, LpnCode.FAST)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LpnCode(7, 100)).isInstanceOf(IllegalArgumentException.class);
    }
}
