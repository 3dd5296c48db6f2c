package org.sluice.protocol.vole;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.sluice.protocol.Cores;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.block.GaloisMultiplier;

/** Both sides of one run, with the base transfers dealt by the test. */
final class Correlation {

    final VoleSize size;
    final byte[] delta = new byte[16];
    final byte[] keys = new byte[2 * VoleSize.COLUMNS * 16];
    final byte[] chosen = new byte[VoleSize.COLUMNS * 16];
    final NoiseSide noise;
    final DeltaSide holder;

    Correlation(VoleSize size, SecureRandom random, Cores cores) {
        this.size = size;
        random.nextBytes(delta);
        random.nextBytes(keys);
        for (int i = 0; i < VoleSize.COLUMNS; i++) {
            System.arraycopy(keys, 32 * i + 16 * Blocks.bit(delta, i), chosen, 16 * i, 16);
        }
        noise = new NoiseSide(size, random, cores);
        holder = new DeltaSide(size, delta, cores);
        holder.grow(random, cores);
    }

    byte[] corrections() {
        byte[] corrections = noise.corrections(keys);
        assertThat(corrections).hasSize(size.correctionsLength());
        return corrections;
    }

    byte[] puncturing(byte[] corrections) {
        byte[] puncturing = holder.puncturing(chosen, corrections);
        assertThat(puncturing).hasSize(size.puncturingLength());
        return puncturing;
    }

    /** How many of the first rows do not satisfy C = A'·Δ + B. */
    int wrong(long[] rows, long[] b, int count) {
        GaloisMultiplier multiplier = new GaloisMultiplier(delta, 0);
        int wrong = 0;
        long[] product = new long[2];
        for (int i = 0; i < count; i++) {
            product[0] = b[2 * i];
            product[1] = b[2 * i + 1];
            multiplier.multiplyAndAdd(rows, 4 * i, product, 0, 1);
            wrong += product[0] == rows[4 * i + 2] && product[1] == rows[4 * i + 3] ? 0 : 1;
        }
        return wrong;
    }
}
