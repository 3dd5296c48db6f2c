package org.sluice.protocol.group;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;

/**
 * A short Weierstrass curve of prime order over a field of 256 bits; an element is the big-endian x-coordinate, a scalar is
 * a big-endian number from 1 to n - 1.
 *
 * <p>Since the order is prime, every point on the curve but the identity is a good one. The identity has no x-coordinate;
 * the 32 zero bytes that some libraries write in its place are refused, although a point with x = 0 may exist, because no
 * honest party meets that point.
 *
 * <p>Not constant-time: BouncyCastle's multiplication, the scalar's conversion, the hash. BouncyCastle keeps the scalar in a
 * {@link BigInteger} that cannot be wiped.
 */
abstract sealed class WeierstrassGroup implements DiffieHellmanGroup permits P256Group, Sm2Group {

    static final int LENGTH = 32;

    /** Few enough for a core's cache, many enough to share an inversion. */
    private static final int HASHED_AT_ONCE = 64;

    /** What some libraries write for it. */
    private static final byte[] IDENTITY = new byte[LENGTH];

    private final String name;
    private final ECCurve curve;
    private final Curve256 flat;
    private final byte[] prime;
    private final SimplifiedSwu map;
    private final MessageExpansion expansion;
    private final Encoding encoding;

    WeierstrassGroup(
            String name,
            ECCurve curve,
            Curve256 flat,
            SimplifiedSwu map,
            MessageExpansion expansion,
            Encoding encoding) {
        this.name = name;
        this.curve = curve;
        this.flat = flat;
        this.prime = BigIntegers.asUnsignedByteArray(LENGTH, flat.field().prime());
        this.map = map;
        this.expansion = expansion;
        this.encoding = encoding;
    }

    Encoding encoding() {
        return encoding;
    }

    @Override
    public final int elementLength() {
        return LENGTH;
    }

    @Override
    public final Secret sampleScalar(SecureRandom random) {
        byte[] candidate = new byte[LENGTH];
        do {
            random.nextBytes(candidate);
        } while (!isScalar(new BigInteger(1, candidate)));
        Secret scalar = Secret.copyOf(candidate);
        Arrays.fill(candidate, (byte) 0);
        return scalar;
    }

    @Override
    public final Element hashToElement(byte[] item, byte[] dst) {
        return new WeierstrassElement(hashToPoint(item, dst));
    }

    /** The whole point P of RFC 9380; the cofactor is one. */
    final ECPoint hashToPoint(byte[] item, byte[] dst) {
        return hashToPoints(List.of(item), dst).points()[0];
    }

    /** As {@link #hashToPoint} does, and much cheaper for many. */
    final AffinePoints hashToPoints(List<byte[]> items, byte[] dst) {
        AffinePoints points = new AffinePoints(flat, items.size());
        for (int from = 0; from < items.size(); from += HASHED_AT_ONCE) {
            int to = Math.min(from + HASHED_AT_ONCE, items.size());
            points.fill(from, hashed(items.subList(from, to), dst));
        }
        return points;
    }

    private AffinePoints hashed(List<byte[]> items, byte[] dst) {
        int count = items.size() * encoding.maps();
        byte[] uniform = new byte[count * Field256.WIDE];
        expansion.expandAll(items, dst, encoding.maps() * Field256.WIDE, uniform);
        long[] numbers = Field256.numbers(count);
        for (int i = 0; i < count; i++) {
            flat.field().decodeWide(uniform, i * Field256.WIDE, numbers, i);
        }
        AffinePoints mapped = map.map(numbers, count);
        return encoding.maps() == 1 ? mapped : mapped.sumsOfPairs();
    }

    @Override
    public final Element multiply(Element element, Secret scalar) {
        return scalar.use(bytes -> new WeierstrassElement(own(element).point().multiply(scalarOf(bytes))));
    }

    @Override
    public final Column hashAndMultiply(Column items, byte[] dst, Secret scalar) {
        List<byte[]> rows =
                IntStream.range(0, items.count()).mapToObj(items::row).toList();
        return products(hashToPoints(rows, dst), checked(scalar));
    }

    @Override
    public final Column decodeAndMultiply(Column encoded, Secret scalar) {
        AffinePoints points = new AffinePoints(flat, encoded.count());
        for (int i = 0; i < encoded.count(); i++) {
            decode(encoded.row(i), points, i);
        }
        return products(points, checked(scalar));
    }

    private Secret checked(Secret scalar) {
        scalar.use(this::scalarOf);
        return scalar;
    }

    /** The x-coordinates of all points times a good scalar. */
    Column products(AffinePoints points, Secret scalar) {
        return coordinates(multiplied(points.points(), scalar, curve));
    }

    /** All points times the scalar by BouncyCastle, affine. */
    static ECPoint[] multiplied(ECPoint[] points, Secret scalar, ECCurve curve) {
        BigInteger number = scalar.use(bytes -> new BigInteger(1, bytes));
        ECPoint[] products =
                Arrays.stream(points).map(point -> point.multiply(number)).toArray(ECPoint[]::new);
        curve.normalizeAll(products);
        return products;
    }

    /** The x-coordinates of affine points. */
    static Column coordinates(ECPoint[] points) {
        byte[] rows = new byte[Math.multiplyExact(points.length, LENGTH)];
        for (int i = 0; i < points.length; i++) {
            points[i].getAffineXCoord().encodeTo(rows, i * LENGTH);
        }
        return Column.owning(rows, LENGTH);
    }

    @Override
    public final byte[] encode(Element element) {
        return own(element).encoded();
    }

    @Override
    public final Element decode(byte[] encoded) {
        AffinePoints point = new AffinePoints(flat, 1);
        decode(encoded, point, 0);
        return new WeierstrassElement(point.points()[0]);
    }

    private void decode(byte[] encoded, AffinePoints target, int k) {
        if (encoded.length != LENGTH) {
            throw new Misbehaviour(name + ": an element has 32 bytes, not " + encoded.length);
        }
        if (Arrays.equals(encoded, IDENTITY)) {
            throw new Misbehaviour(name + ": all-zero bytes stand for the identity");
        }
        if (Arrays.compareUnsigned(encoded, prime) >= 0) {
            throw new Misbehaviour(name + ": the x-coordinate is not reduced");
        }
        if (!flat.decompress(encoded, 0, false, target, k)) {
            throw new Misbehaviour(name + ": no point of the curve has this x-coordinate");
        }
    }

    private WeierstrassElement own(Element element) {
        if (element instanceof WeierstrassElement ours
                && ours.point().getCurve().equals(curve)) {
            return ours;
        }
        throw new IllegalArgumentException(name + " cannot compute with a " + element);
    }

    private BigInteger scalarOf(byte[] bytes) {
        BigInteger scalar = new BigInteger(1, bytes);
        if (bytes.length != LENGTH || !isScalar(scalar)) {
            throw new IllegalArgumentException("A scalar of " + name + " has 32 bytes and lies between 1 and n - 1");
        }
        return scalar;
    }

    private boolean isScalar(BigInteger number) {
        return number.signum() > 0 && number.compareTo(curve.getOrder()) < 0;
    }
}
