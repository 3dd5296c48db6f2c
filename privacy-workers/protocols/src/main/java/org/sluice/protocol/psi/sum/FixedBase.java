package org.sluice.protocol.psi.sum;

import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.custom.sec.SecP256R1Field;
import org.bouncycastle.math.raw.Nat256;
import org.bouncycastle.util.Pack;
import org.sluice.protocol.Column;

/**
 * Multiples of the generator of P-256, many at once: one addition for each byte of a scalar, of points that were computed
 * once for the process, and one inversion for all additions of a byte. A multiple costs a third of BouncyCastle's.
 *
 * <p>The table of 255 multiples for each of 32 bytes takes half a megabyte. Which of its entries are read depends on the
 * scalars: not constant-time.
 */
final class FixedBase {

    private static final int WORDS = 8;
    private static final int WINDOWS = P256.LENGTH;
    private static final int DIGITS = 255;

    /** x and y, eight words each, of d · 256^w · G, for every window w and every digit d from 1. */
    private static final int[] TABLE = table();

    private final int count;
    private final int[][] x;
    private final int[][] y;
    private final int[][] addedX;
    private final int[][] addedY;
    private final int[][] differences;
    private final int[] rows;
    private final boolean[] begun;
    private final SharedInversion inversion;
    private final int[] slope = new int[WORDS];
    private final int[] scratch = new int[WORDS];

    private FixedBase(int count) {
        this.count = count;
        x = new int[count][WORDS];
        y = new int[count][WORDS];
        addedX = new int[count][WORDS];
        addedY = new int[count][WORDS];
        differences = new int[count][WORDS];
        rows = new int[count];
        begun = new boolean[count];
        inversion = new SharedInversion(count);
    }

    /**
     * The compressed multiples, in order.
     *
     * @param scalars 32 bytes each, big-endian, from 1 to n - 1
     */
    static Column multiples(Column scalars) {
        FixedBase batch = new FixedBase(scalars.count());
        byte[] digits = scalars.rows(0, scalars.count());
        for (int window = 0; window < WINDOWS; window++) {
            batch.add(window, digits);
        }
        return batch.compressed();
    }

    /**
     * Adds one digit of every scalar. What is added never equals what is there, nor its opposite: lower digits make a
     * number below 256^w, and the sum of both is below the order.
     */
    private void add(int window, byte[] digits) {
        int adding = 0;
        for (int i = 0; i < count; i++) {
            int digit = digits[(i + 1) * P256.LENGTH - 1 - window] & 0xff;
            if (digit == 0) {
                continue;
            }
            int at = (window * DIGITS + digit - 1) * 2 * WORDS;
            if (begun[i]) {
                System.arraycopy(TABLE, at, addedX[i], 0, WORDS);
                System.arraycopy(TABLE, at + WORDS, addedY[i], 0, WORDS);
                SecP256R1Field.subtract(addedX[i], x[i], differences[adding]);
                rows[adding++] = i;
            } else {
                System.arraycopy(TABLE, at, x[i], 0, WORDS);
                System.arraycopy(TABLE, at + WORDS, y[i], 0, WORDS);
                begun[i] = true;
            }
        }
        inversion.invert(differences, adding);
        for (int k = 0; k < adding; k++) {
            addRow(rows[k], differences[k]);
        }
    }

    private void addRow(int i, int[] inverse) {
        SecP256R1Field.subtract(addedY[i], y[i], slope);
        SecP256R1Field.multiply(slope, inverse, slope);
        SecP256R1Field.square(slope, scratch);
        SecP256R1Field.subtract(scratch, x[i], scratch);
        SecP256R1Field.subtract(scratch, addedX[i], scratch);
        SecP256R1Field.subtract(x[i], scratch, x[i]);
        SecP256R1Field.multiply(slope, x[i], x[i]);
        SecP256R1Field.subtract(x[i], y[i], y[i]);
        Nat256.copy(scratch, x[i]);
    }

    private Column compressed() {
        byte[] points = new byte[Math.multiplyExact(count, P256.POINT)];
        for (int i = 0; i < count; i++) {
            int at = i * P256.POINT;
            points[at] = (byte) (2 | (y[i][0] & 1));
            for (int word = 0; word < WORDS; word++) {
                Pack.intToBigEndian(x[i][WORDS - 1 - word], points, at + 1 + word * Integer.BYTES);
            }
        }
        return Column.owning(points, P256.POINT);
    }

    private static int[] table() {
        int[] table = new int[WINDOWS * DIGITS * 2 * WORDS];
        ECPoint base = P256.GENERATOR;
        for (int window = 0; window < WINDOWS; window++) {
            ECPoint[] multiples = multiples(base, DIGITS);
            for (int digit = 0; digit < DIGITS; digit++) {
                int at = (window * DIGITS + digit) * 2 * WORDS;
                System.arraycopy(words(multiples[digit], true), 0, table, at, WORDS);
                System.arraycopy(words(multiples[digit], false), 0, table, at + WORDS, WORDS);
            }
            base = multiples[DIGITS - 1].add(base).normalize();
        }
        return table;
    }

    /** The point, twice the point and so on, all affine. */
    static ECPoint[] multiples(ECPoint point, int count) {
        ECPoint[] multiples = new ECPoint[count];
        multiples[0] = point;
        for (int i = 1; i < count; i++) {
            multiples[i] = multiples[i - 1].add(point);
        }
        P256.CURVE.normalizeAll(multiples);
        return multiples;
    }

    /** A coordinate of an affine point in little-endian words. */
    static int[] words(ECPoint point, boolean first) {
        return Nat256.fromBigInteger((first ? point.getAffineXCoord() : point.getAffineYCoord()).toBigInteger());
    }
}
