package org.sluice.protocol.psi.sum;

import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.custom.sec.SecP256R1Field;
import org.bouncycastle.math.raw.Nat256;

/**
 * The x-coordinates of C + kS and C - kS for k = 1, 2, … up to a width, for one S and many C: the two share their inverse,
 * and all inverses one inversion, so that a point costs seven multiplications for two.
 */
final class Neighbours {

    private static final int WORDS = 8;

    /** Told each neighbour; the words, little-endian, are overwritten afterwards. */
    @FunctionalInterface
    interface Visitor {
        void visit(int k, int[] x);
    }

    private final int width;
    private final int[][] stepX;
    private final int[][] stepY;
    private final int[][] inverses;
    private final SharedInversion inversion;
    private final int[] slope = new int[WORDS];
    private final int[] x = new int[WORDS];

    Neighbours(ECPoint step, int width) {
        this.width = width;
        stepX = new int[width][];
        stepY = new int[width][];
        ECPoint[] multiples = FixedBase.multiples(step.normalize(), width);
        for (int k = 0; k < width; k++) {
            stepX[k] = FixedBase.words(multiples[k], true);
            stepY[k] = FixedBase.words(multiples[k], false);
        }
        inverses = new int[width][WORDS];
        inversion = new SharedInversion(width);
    }

    /** The x-coordinate of kS, not to be written to. */
    int[] multiple(int k) {
        return stepX[k - 1];
    }

    /**
     * Visits k = ±1, ±2, …; the centre itself is left to the caller, and must not be the identity.
     *
     * @return the k that was left out because kS is C or its opposite, so that one of its neighbours is the identity; 0 if
     *     there is none
     */
    int around(ECPoint centre, Visitor visitor) {
        int[] centreX = FixedBase.words(centre, true);
        int[] centreY = FixedBase.words(centre, false);
        int[] negatedY = new int[WORDS];
        SecP256R1Field.negate(centreY, negatedY);
        int leftOut = 0;
        for (int k = 1; k <= width; k++) {
            int[] difference = inverses[k - 1];
            SecP256R1Field.subtract(stepX[k - 1], centreX, difference);
            if (Nat256.isZero(difference)) {
                difference[0] = 1;
                leftOut = k;
            }
        }
        inversion.invert(inverses, width);
        for (int k = 1; k <= width; k++) {
            if (k != leftOut) {
                // C - kS and its opposite kS - C have one x-coordinate.
                visitor.visit(k, sum(centreX, centreY, k - 1));
                visitor.visit(-k, sum(centreX, negatedY, k - 1));
            }
        }
        return leftOut;
    }

    private int[] sum(int[] centreX, int[] centreY, int k) {
        SecP256R1Field.subtract(stepY[k], centreY, slope);
        SecP256R1Field.multiply(slope, inverses[k], slope);
        SecP256R1Field.square(slope, x);
        SecP256R1Field.subtract(x, centreX, x);
        SecP256R1Field.subtract(x, stepX[k], x);
        return x;
    }
}
