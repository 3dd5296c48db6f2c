package org.sluice.protocol.oprf;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.group.P256Hashing;

/**
 * The proof of RFC 9497 section 2.2 that one secret number leads from the generator to a public key and from each of some
 * points to its partner; 64 bytes for any number of pairs.
 */
final class EqualityProof {

    static final int LENGTH = 2 * P256.SCALAR;

    /** One row of doublings serves so many points; fewer where a thread would have nothing to do. */
    private static final int SUMMED_AT_ONCE = 64;

    private static final int FEWEST_AT_ONCE = 16;

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
    static EqualityProof of(Statement statement, BigInteger secret, BigInteger nonce, Cores cores) {
        ECPoint m = composites(weights(statement, cores), cores, statement.pairs.from)[0];
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

    boolean holds(Statement statement, Cores cores) {
        ECPoint[] sums = composites(weights(statement, cores), cores, statement.pairs.from, statement.pairs.to);
        ECPoint m = sums[0];
        ECPoint z = sums[1];
        ECPoint first = P256.timesGenerator(response).add(statement.key.multiply(challenge));
        ECPoint second = ECAlgorithms.sumOfTwoMultiplies(m, response, z, challenge);
        return challenge.equals(challenge(statement, m, z, first.normalize(), second.normalize()));
    }

    /** ComputeComposites: one hash of each pair, so that a sum of pairs stands for all of them. */
    private static BigInteger[] weights(Statement statement, Cores cores) {
        byte[] seed = new Framed()
                .part(P256.encode(statement.key))
                .part(statement.mode.separated("Seed-"))
                .sha256();
        ECPoint[] from = statement.pairs.from;
        BigInteger[] weights = new BigInteger[from.length];
        cores.run(
                weights.length,
                i -> weights[i] = scalar(
                        statement.mode,
                        new Framed()
                                .part(seed)
                                .number(i)
                                .part(P256.encode(from[i]))
                                .part(P256.encode(statement.pairs.to[i]))
                                .label("Composite")));
        return weights;
    }

    /** For each list of points their sum under the same weights, affine. */
    private static ECPoint[] composites(BigInteger[] weights, Cores cores, ECPoint[]... lists) {
        int count = weights.length;
        int shared = (count * lists.length + cores.count() - 1) / cores.count();
        int atOnce = Math.max(FEWEST_AT_ONCE, Math.min(SUMMED_AT_ONCE, shared));
        int parts = (count + atOnce - 1) / atOnce;
        ECPoint[] some = new ECPoint[parts * lists.length];
        cores.run(some.length, part -> {
            int from = part % parts * atOnce;
            int to = Math.min(from + atOnce, count);
            some[part] = ECAlgorithms.sumOfMultiplies(
                    Arrays.copyOfRange(lists[part / parts], from, to), Arrays.copyOfRange(weights, from, to));
        });
        ECPoint[] sums = new ECPoint[lists.length];
        Arrays.setAll(sums, list -> Arrays.stream(some, list * parts, (list + 1) * parts)
                .reduce(ECPoint::add)
                .orElseThrow()
                .normalize());
        return sums;
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
