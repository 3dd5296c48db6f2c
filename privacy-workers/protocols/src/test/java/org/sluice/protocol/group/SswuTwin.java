package org.sluice.protocol.group;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * RFC 9380 once more, in nothing but {@link BigInteger} and by the definitions: shares no line with what it checks.
 *
 * @param p prime, 3 modulo 4
 */
record SswuTwin(BigInteger p, BigInteger a, BigInteger b, BigInteger z) {

    private static final int L = 48;

    /** expand_message_xmd of section 5.3.1 for hashes of 32 bytes over blocks of 64, then hash_to_field of section 5.2. */
    List<BigInteger> toField(MessageDigest hash, byte[] message, byte[] dst, int count) {
        byte[] dstPrime = join(dst, new byte[] {(byte) dst.length});
        int length = count * L;
        byte[] b0 =
                hash.digest(join(new byte[64], message, new byte[] {(byte) (length >> 8), (byte) length, 0}, dstPrime));
        byte[] uniform = {};
        byte[] last = new byte[32];
        for (int i = 1; uniform.length < length; i++) {
            byte[] mixed = new BigInteger(1, b0).xor(new BigInteger(1, last)).toByteArray();
            byte[] block = new byte[32];
            for (int j = 0; j < Math.min(32, mixed.length); j++) {
                block[31 - j] = mixed[mixed.length - 1 - j];
            }
            last = hash.digest(join(block, new byte[] {(byte) i}, dstPrime));
            uniform = join(uniform, last);
        }
        byte[] all = uniform;
        return IntStream.range(0, count)
                .mapToObj(i -> new BigInteger(1, Arrays.copyOfRange(all, i * L, (i + 1) * L)).mod(p))
                .toList();
    }

    /** map_to_curve_simple_swu as section 6.6.2 writes it down, step by step: x and y. */
    List<BigInteger> map(BigInteger u) {
        BigInteger tv1 = inverse(z.multiply(z).multiply(u.pow(4)).add(z.multiply(u.pow(2))));
        BigInteger x1 = b.negate()
                .multiply(inverse(a))
                .multiply(BigInteger.ONE.add(tv1))
                .mod(p);
        if (tv1.signum() == 0) {
            x1 = b.multiply(inverse(z.multiply(a))).mod(p);
        }
        BigInteger x2 = z.multiply(u.pow(2)).multiply(x1).mod(p);
        BigInteger x = isSquare(g(x1)) ? x1 : x2;
        BigInteger y = g(x).modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        return List.of(x, y.testBit(0) == u.testBit(0) ? y : p.subtract(y));
    }

    boolean isOnCurve(List<BigInteger> point) {
        return point.get(1).pow(2).mod(p).equals(g(point.get(0)));
    }

    /** The Z nearest to zero that fulfils the criteria of appendix H.2. */
    static int findZ(BigInteger p, BigInteger a, BigInteger b) {
        return Stream.iterate(1, i -> i + 1)
                .flatMap(i -> Stream.of(i, -i))
                .filter(i -> new SswuTwin(p, a, b, BigInteger.valueOf(i).mod(p)).isGoodZ())
                .findFirst()
                .orElseThrow();
    }

    private boolean isGoodZ() {
        BigInteger xAtZero = b.multiply(inverse(z.multiply(a))).mod(p);
        return !isSquare(z) && !z.equals(p.subtract(BigInteger.ONE)) && !hasRootOfGMinusZ() && isSquare(g(xAtZero));
    }

    /** Whether g(x) - Z has a root, and so is reducible: x^p - x shares a factor with it. */
    private boolean hasRootOfGMinusZ() {
        BigInteger[] modulus = {b.subtract(z).mod(p), a, BigInteger.ZERO};
        BigInteger[] power = {BigInteger.ONE, BigInteger.ZERO, BigInteger.ZERO};
        for (int bit = p.bitLength() - 1; bit >= 0; bit--) {
            power = times(power, power, modulus);
            if (p.testBit(bit)) {
                power = times(power, new BigInteger[] {BigInteger.ZERO, BigInteger.ONE, BigInteger.ZERO}, modulus);
            }
        }
        BigInteger[] difference = {power[0], power[1].subtract(BigInteger.ONE).mod(p), power[2]};
        return sharesFactor(modulus, difference);
    }

    /** Polynomials of degree below 3 modulo x³ + m₂x² + m₁x + m₀, where m₂ = 0. */
    private BigInteger[] times(BigInteger[] one, BigInteger[] other, BigInteger[] modulus) {
        BigInteger[] wide = new BigInteger[5];
        Arrays.fill(wide, BigInteger.ZERO);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                wide[i + j] = wide[i + j].add(one[i].multiply(other[j]));
            }
        }
        for (int i = 4; i >= 3; i--) {
            wide[i - 2] = wide[i - 2].subtract(wide[i].multiply(modulus[1]));
            wide[i - 3] = wide[i - 3].subtract(wide[i].multiply(modulus[0]));
        }
        return new BigInteger[] {wide[0].mod(p), wide[1].mod(p), wide[2].mod(p)};
    }

    /** Euclid: the cubic and the other polynomial have a common factor of degree one at least. */
    private boolean sharesFactor(BigInteger[] cubic, BigInteger[] other) {
        BigInteger[] big = {cubic[0], cubic[1], cubic[2], BigInteger.ONE};
        BigInteger[] small = trim(other);
        while (small.length > 0) {
            BigInteger[] rest = big;
            BigInteger lead = inverse(small[small.length - 1]);
            while (rest.length >= small.length) {
                BigInteger factor = rest[rest.length - 1].multiply(lead).mod(p);
                BigInteger[] next = rest.clone();
                for (int i = 0; i < small.length; i++) {
                    int at = rest.length - small.length + i;
                    next[at] = next[at].subtract(factor.multiply(small[i])).mod(p);
                }
                rest = trim(next);
            }
            big = small;
            small = rest;
        }
        return big.length > 1;
    }

    private static BigInteger[] trim(BigInteger[] polynomial) {
        int length = polynomial.length;
        while (length > 0 && polynomial[length - 1].signum() == 0) {
            length--;
        }
        return Arrays.copyOf(polynomial, length);
    }

    private BigInteger g(BigInteger x) {
        return x.pow(3).add(a.multiply(x)).add(b).mod(p);
    }

    private boolean isSquare(BigInteger number) {
        return number.signum() == 0
                || number.modPow(p.subtract(BigInteger.ONE).shiftRight(1), p).equals(BigInteger.ONE);
    }

    private BigInteger inverse(BigInteger number) {
        return number.modPow(p.subtract(BigInteger.TWO), p);
    }

    private static byte[] join(byte[]... parts) {
        byte[] joined = {};
        for (byte[] part : parts) {
            int at = joined.length;
            joined = Arrays.copyOf(joined, at + part.length);
            System.arraycopy(part, 0, joined, at, part.length);
        }
        return joined;
    }
}
