package org.sluice.protocol.group;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.Pack;

/**
 * The simplified Shallue-van de Woestijne-Ulas map of RFC 9380 section 6.6.2, for curves y² = x³ + Ax + B with AB ≠ 0 over
 * fields of 256 bits. Not constant-time.
 */
final class SimplifiedSwu {

    private final ECCurve curve;
    private final JacobiSymbol symbol;
    private final ECFieldElement z;

    /** -B/A */
    private final ECFieldElement quotient;

    SimplifiedSwu(ECCurve curve, int z) {
        BigInteger prime = curve.getField().getCharacteristic();
        this.curve = curve;
        this.symbol = new JacobiSymbol(prime);
        this.z = curve.fromBigInteger(BigInteger.valueOf(z).mod(prime));
        this.quotient = curve.getB().negate().divide(curve.getA());
    }

    ECPoint map(BigInteger number) {
        ECFieldElement u = curve.fromBigInteger(number);
        ECFieldElement zu2 = z.multiply(u.square());
        ECFieldElement x = firstCandidate(zu2);
        ECFieldElement square = rightHandSide(x);
        if (!isSquare(square)) {
            x = zu2.multiply(x);
            square = rightHandSide(x);
        }
        ECFieldElement y = square.sqrt();
        if (y == null) {
            throw new IllegalStateException("One of the two candidates always lies on the curve");
        }
        boolean sameSign = u.testBitZero() == y.testBitZero();
        return curve.createPoint(x.toBigInteger(), (sameSign ? y : y.negate()).toBigInteger());
    }

    private ECFieldElement firstCandidate(ECFieldElement zu2) {
        ECFieldElement denominator = zu2.square().add(zu2);
        if (denominator.isZero()) {
            return curve.getB().divide(z.multiply(curve.getA()));
        }
        return quotient.multiply(denominator.invert().addOne());
    }

    private boolean isSquare(ECFieldElement number) {
        byte[] bytes = number.getEncoded();
        long[] words = new long[4];
        Arrays.setAll(words, i -> Pack.bigEndianToLong(bytes, Long.BYTES * (words.length - 1 - i)));
        return symbol.of(words) >= 0;
    }

    private ECFieldElement rightHandSide(ECFieldElement x) {
        return x.square().add(curve.getA()).multiply(x).add(curve.getB());
    }
}
