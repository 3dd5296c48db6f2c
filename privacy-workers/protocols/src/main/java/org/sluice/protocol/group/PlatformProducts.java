package org.sluice.protocol.group;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.sluice.protocol.group.PlatformAgreement.Multiplier;

/**
 * Whole products kP of a batch of points of P-256, by agreements that give x-coordinates alone.
 *
 * <p>The x-coordinates of kP and (k+1)P leave one y for kP: by the law of addition
 * x((k+1)P) = ((y1 - y) / (x1 - x))² - x - x1, solved for y1 = y(kP). That is one agreement more for each point. Hence it is done for
 * the first point of a batch, for small batches and where {@link SignSearch} is in doubt; the other y are roots, whose signs that
 * search finds at a seventh of an agreement.
 */
final class PlatformProducts {

    private static final Curve256 CURVE = P256Group.FLAT;
    private static final Field256 FIELD = CURVE.field();

    private final Multiplier first;
    private final Multiplier second;
    private final PublicKey[] keys;
    private final AffinePoints points;
    private final AffinePoints products;

    /**
     * @param first by k, neither 1 nor n - 1
     * @param second by k + 1
     */
    PlatformProducts(Multiplier first, Multiplier second, AffinePoints points) {
        this.first = first;
        this.second = second;
        this.points = points;
        this.products = new AffinePoints(CURVE, points.count());
        this.keys = new PublicKey[points.count()];
        Arrays.setAll(keys, i -> first.point(CURVE.encoded(points.x(), points.y(), i)));
    }

    /** @throws IllegalStateException if what the provider gives is no point of the curve */
    AffinePoints all() {
        for (int i = 0; i < keys.length; i++) {
            FIELD.decode(first.times(keys[i]), 0, products.x(), i);
        }
        if (keys.length <= SignSearch.GROUP) {
            solve(IntStream.range(0, keys.length).toArray());
        } else {
            solve(0);
            for (int i = 1; i < keys.length; i++) {
                if (!CURVE.ordinate(products.x(), i, products.y(), i)) {
                    throw wrong();
                }
            }
            solve(new SignSearch(CURVE, points, products)
                    .settle(point -> first.times(first.point(point))).stream().toArray());
        }
        return products;
    }

    /** The y of some products, whatever has been there. */
    private void solve(int... indexes) {
        long[] inverses = Field256.numbers(indexes.length);
        for (int i = 0; i < indexes.length; i++) {
            // no y is zero, since no point has order 2
            Field256.add(points.y(), indexes[i], points.y(), indexes[i], inverses, i);
        }
        CURVE.powers().invertAll(inverses, indexes.length);
        for (int i = 0; i < indexes.length; i++) {
            solve(indexes[i], inverses, i);
        }
    }

    /** y1 = (y1² + y² - (x2 + x + x1)(x1 - x)²) / 2y, where y1² is what the curve makes of x1. */
    private void solve(int index, long[] inversesOfTwiceY, int inverse) {
        long[] square = new long[Field256.LIMBS];
        long[] sum = new long[Field256.LIMBS];
        long[] spare = new long[Field256.LIMBS];
        FIELD.decode(second.times(keys[index]), 0, sum, 0);
        Field256.add(sum, 0, points.x(), index, sum, 0);
        Field256.add(sum, 0, products.x(), index, sum, 0);
        Field256.subtract(products.x(), index, points.x(), index, spare, 0);
        FIELD.square(spare, 0, spare, 0);
        FIELD.multiply(sum, 0, spare, 0, sum, 0);
        CURVE.rightHandSide(products.x(), index, square, 0);
        FIELD.square(points.y(), index, spare, 0);
        Field256.add(spare, 0, square, 0, spare, 0);
        Field256.subtract(spare, 0, sum, 0, spare, 0);
        FIELD.multiply(spare, 0, inversesOfTwiceY, inverse, products.y(), index);
        FIELD.square(products.y(), index, spare, 0);
        Field256.subtract(spare, 0, square, 0, spare, 0);
        if (!FIELD.isZero(spare, 0)) {
            throw wrong();
        }
    }

    private static IllegalStateException wrong() {
        return new IllegalStateException("The platform's ECDH on P-256 gives products that do not fit together");
    }
}
