package org.sluice.protocol.psi.kkrt;

import java.security.SecureRandom;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.block.Prg;

/** Random orders by exchanges (Fisher and Yates), each place drawn from 64 bits of a stretched seed. */
final class Permutation {

    private static final int BATCH = 1024;

    private Permutation() {}

    static byte[] seed(SecureRandom random) {
        byte[] seed = new byte[Blocks.LENGTH];
        random.nextBytes(seed);
        return seed;
    }

    /** The numbers from 0 (inclusive) to the count (exclusive); all orders are equally likely but for 2^-40. */
    static int[] of(int count, byte[] seed) {
        Prg stream = new Prg(seed);
        byte[] draws = new byte[BATCH * Long.BYTES];
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            if (i % BATCH == 0) {
                stream.fill(draws, 0, draws.length);
            }
            // The high half of a draw of 63 bits times i + 1: a number up to i.
            long draw = Blocks.get(draws, i % BATCH * Long.BYTES) >>> 1;
            int place = (int) Math.multiplyHigh(draw, (long) (i + 1) << 1);
            order[i] = order[place];
            order[place] = i;
        }
        return order;
    }
}
