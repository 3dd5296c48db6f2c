package org.sluice.protocol.group;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The simplified Shallue-van de Woestijne-Ulas map of RFC 9380 section 6.6.2, for curves y² = x³ + Ax + B with AB ≠ 0.
 * Not constant-time.
 */
final class SimplifiedSwu {

    private final ECCurve curve;
    private final ECFieldElement z;

    SimplifiedSwu(ECCurve curve, BigInteger z) {
        this.curve = curve;
        this.z = curve.fromBigInteger(z);
    }

    ECPoint map(BigInteger number) {
        ECFieldElement u = curve.fromBigInteger(number);
        ECFieldElement zu2 = z.multiply(u.square());
        ECFieldElement x = firstCandidate(zu2);
        ECFieldElement y = rightHandSide(x).sqrt();
        if (y == null) {
            x = zu2.multiply(x);
            y = rightHandSide(x).sqrt();
        }
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
        return curve.getB()
                .negate()
                .divide(curve.getA())
                .multiply(denominator.invert().addOne());
    }

    private ECFieldElement rightHandSide(ECFieldElement x) {
        return x.square().add(curve.getA()).multiply(x).add(curve.getB());
    }
}
