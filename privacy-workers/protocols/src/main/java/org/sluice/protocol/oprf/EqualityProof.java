package org.sluice.protocol.oprf;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.group.P256Hashing;

/**
 * The proof of RFC 9497 section 2.2 that one secret number leads from the generator to a public key and from each of some
 * points to its partner; 64 bytes for any number of pairs.
 */
final class EqualityProof {

    static final int LENGTH = 2 * P256.SCALAR;

    private static final int SUMMED_AT_ONCE = 64;

    private final BigInteger challenge;
    private final BigInteger response;

    private EqualityProof(BigInteger challenge, BigInteger response) {
        this.challenge = challenge;
        this.response = response;
    }

    /** What is proved: log of {@code key} to the generator = log of {@code to[i]} to {@code from[i]}; points are affine. */
    record Statement(Mode mode, ECPoint key, Pairs pairs) {}

    /** Points and their partners. */
    static final class Pairs {

        private final ECPoint[] from;
        private final ECPoint[] to;

        Pairs(ECPoint[] from, ECPoint[] to) {
            this.from = from;
            this.to = to;
        }
    }

    /** @param nonce uniform, fresh, and told to nobody: it and the proof give the secret away */
    static EqualityProof of(Statement statement, BigInteger secret, BigInteger nonce) {
        ECPoint m = composite(statement.pairs.from, weights(statement));
        ECPoint z = m.multiply(secret).normalize();
        BigInteger challenge = challenge(
                statement, m, z, P256.timesGenerator(nonce), m.multiply(nonce).normalize());
        return new EqualityProof(
                challenge, nonce.subtract(challenge.multiply(secret)).mod(P256.ORDER));
    }

    /** Reads what a server sent. */
    static EqualityProof of(byte[] bytes) {
        BigInteger challenge = new BigInteger(1, bytes, 0, P256.SCALAR);
        BigInteger response = new BigInteger(1, bytes, P256.SCALAR, P256.SCALAR);
        if (challenge.compareTo(P256.ORDER) >= 0 || response.compareTo(P256.ORDER) >= 0) {
            throw new Misbehaviour("A number of a proof is not reduced");
        }
        return new EqualityProof(challenge, response);
    }

    byte[] encoded() {
        byte[] encoded = Arrays.copyOf(P256.encode(challenge), LENGTH);
        System.arraycopy(P256.encode(response), 0, encoded, P256.SCALAR, P256.SCALAR);
        return encoded;
    }

    boolean holds(Statement statement) {
        BigInteger[] weights = weights(statement);
        ECPoint m = composite(statement.pairs.from, weights);
        ECPoint z = composite(statement.pairs.to, weights);
        ECPoint first = P256.timesGenerator(response).add(statement.key.multiply(challenge));
        ECPoint second = ECAlgorithms.sumOfTwoMultiplies(m, response, z, challenge);
        return challenge.equals(challenge(statement, m, z, first.normalize(), second.normalize()));
    }

    /** ComputeComposites: one hash of each pair, so that a sum of pairs stands for all of them. */
    private static BigInteger[] weights(Statement statement) {
        byte[] seed = new Framed()
                .part(P256.encode(statement.key))
                .part(statement.mode.separated("Seed-"))
                .sha256();
        ECPoint[] from = statement.pairs.from;
        BigInteger[] weights = new BigInteger[from.length];
        Arrays.setAll(
                weights,
                i -> scalar(
                        statement.mode,
                        new Framed()
                                .part(seed)
                                .number(i)
                                .part(P256.encode(from[i]))
                                .part(P256.encode(statement.pairs.to[i]))
                                .label("Composite")));
        return weights;
    }

    private static ECPoint composite(ECPoint[] points, BigInteger[] weights) {
        ECPoint sum = points[0].getCurve().getInfinity();
        for (int from = 0; from < points.length; from += SUMMED_AT_ONCE) {
            int to = Math.min(from + SUMMED_AT_ONCE, points.length);
            sum = sum.add(ECAlgorithms.sumOfMultiplies(
                    Arrays.copyOfRange(points, from, to), Arrays.copyOfRange(weights, from, to)));
        }
        return sum.normalize();
    }

    private static BigInteger challenge(Statement statement, ECPoint m, ECPoint z, ECPoint first, ECPoint second) {
        return scalar(
                statement.mode,
                new Framed()
                        .part(P256.encode(statement.key))
                        .part(P256.encode(m))
                        .part(P256.encode(z))
                        .part(P256.encode(first))
                        .part(P256.encode(second))
                        .label("Challenge"));
    }

    private static BigInteger scalar(Mode mode, Framed input) {
        return P256Hashing.toScalar(input.bytes(), mode.separated("HashToScalar-"));
    }
}
