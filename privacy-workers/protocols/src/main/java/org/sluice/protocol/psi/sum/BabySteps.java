package org.sluice.protocol.psi.sum;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The x-coordinates of G, 2G, … bG in one table, found again by their words: eight bytes and at most half of the places
 * taken. What is found may be wrong with a chance of 2^-40 and must be checked.
 */
final class BabySteps {

    /** Most steps that a table holds. */
    static final int MOST = 1 << 20;

    private static final int INDEX_BITS = 21;
    private static final int WIDTH = 256;

    private final int count;
    private final long[] places;

    /** @param count from 1 to {@link #MOST} */
    BabySteps(int count) {
        this.count = count;
        this.places = new long[2 * Integer.highestOneBit(Math.max(2, 2 * count - 1))];
        int width = Math.min(WIDTH, count);
        Neighbours neighbours = new Neighbours(P256.GENERATOR, width);
        for (int k = 1; k <= width; k++) {
            put(k, neighbours.multiple(k));
        }
        int stride = 2 * width + 1;
        ECPoint step = P256.GENERATOR.multiply(BigInteger.valueOf(stride)).normalize();
        ECPoint centre = step;
        for (int middle = stride; middle - width <= count; middle += stride) {
            int between = middle;
            put(between, FixedBase.words(centre, true));
            neighbours.around(centre, (k, x) -> put(between + k, x));
            centre = centre.add(step).normalize();
        }
    }

    int count() {
        return count;
    }

    /** The k from 1 for which kG, and so -kG, has this x-coordinate; 0 if none has. */
    int find(int[] x) {
        long key = key(x);
        for (int at = start(x); places[at] != 0; at = next(at)) {
            if ((places[at] ^ key) >>> INDEX_BITS == 0) {
                return (int) places[at] & ((1 << INDEX_BITS) - 1);
            }
        }
        return 0;
    }

    private void put(int k, int[] x) {
        if (k > count) {
            return;
        }
        int at = start(x);
        while (places[at] != 0) {
            at = next(at);
        }
        places[at] = key(x) | k;
    }

    private int start(int[] x) {
        return x[0] & (places.length - 1);
    }

    private int next(int at) {
        return (at + 1) & (places.length - 1);
    }

    /** Words that do not choose the place, above the bits of the index. */
    private static long key(int[] x) {
        long words = (long) x[2] << Integer.SIZE | (x[1] & 0xffff_ffffL);
        return words & (-1L << INDEX_BITS);
    }
}
