package org.sluice.protocol.oprf;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Secret;
import org.sluice.protocol.group.BouncyCastleP256;
import org.sluice.protocol.group.P256Hashing;
import org.sluice.protocol.group.P256Multiplier;

/** A server's key of RFC 9497 with P-256, for one of its modes. */
public final class OprfKey {

    /** Bytes of the seed that a key can be derived from. */
    public static final int SEED = 32;

    private static final int TRIES = 256;

    private final Mode mode;
    private final Secret scalar;
    private final ECPoint publicPoint;
    private final P256Multiplier multiplier;

    private OprfKey(Mode mode, BigInteger number) {
        this(mode, Secret.copyOf(P256.encode(number)), P256.timesGenerator(number), new BouncyCastleP256());
    }

    private OprfKey(Mode mode, Secret scalar, ECPoint publicPoint, P256Multiplier multiplier) {
        this.mode = mode;
        this.scalar = scalar;
        this.publicPoint = publicPoint;
        this.multiplier = multiplier;
    }

    public static OprfKey random(Mode mode, SecureRandom random) {
        return new OprfKey(mode, P256.sampleScalar(random));
    }

    /**
     * The key that a stored secret holds.
     *
     * @throws IllegalArgumentException unless it is a big-endian number of 32 bytes from 1 to n - 1
     */
    public static OprfKey of(Mode mode, Secret scalar) {
        BigInteger number = scalar.use(bytes -> new BigInteger(1, bytes));
        if (scalar.length() != P256.SCALAR || !P256.isKey(number)) {
            throw new IllegalArgumentException("A key of P-256 has 32 bytes and lies between 1 and n - 1");
        }
        return new OprfKey(mode, number);
    }

    /**
     * DeriveKeyPair of RFC 9497 section 3.2.1.
     *
     * @param seed 32 bytes
     * @param info what tells keys of one seed apart, at most 65,535 bytes
     */
    public static OprfKey derived(Mode mode, Secret seed, byte[] info) {
        if (seed.length() != SEED) {
            throw new IllegalArgumentException("A seed has 32 bytes, not " + seed.length());
        }
        byte[] dst = mode.separated("DeriveKeyPair");
        for (int i = 0; i < TRIES; i++) {
            byte[] counter = {(byte) i};
            BigInteger number = seed.use(bytes -> P256Hashing.toScalar(
                    new Framed().raw(bytes).part(info).raw(counter).bytes(), dst));
            if (P256.isKey(number)) {
                return new OprfKey(mode, number);
            }
        }
        throw new ArithmeticException("The seed leads to no key, which one in 2^256 does");
    }

    /** The same key, whose evaluators multiply by another library than BouncyCastle. */
    public OprfKey on(P256Multiplier library) {
        return new OprfKey(mode, scalar, publicPoint, library);
    }

    public Mode mode() {
        return mode;
    }

    /** 33 bytes, for clients that check proofs. */
    public byte[] publicKey() {
        return P256.encode(publicPoint);
    }

    /** For storage by the owner. */
    public Secret scalar() {
        return scalar;
    }

    /** @throws IllegalStateException in mode POPRF, which needs a public text */
    public Evaluator evaluator() {
        if (mode == Mode.POPRF) {
            throw new IllegalStateException("A key of mode POPRF evaluates under a public text");
        }
        BigInteger number = number();
        return new PointEvaluator(
                mode,
                new PointEvaluator.Exponents(scalar.use(Secret::copyOf), number, publicPoint),
                new Finalizing(mode, new PublicText(new byte[0])),
                multiplier);
    }

    /**
     * The function of mode POPRF under a public text.
     *
     * @param random masks an inversion
     * @throws IllegalStateException in any other mode
     */
    public Evaluator evaluator(byte[] publicText, SecureRandom random) {
        if (mode != Mode.POPRF) {
            throw new IllegalStateException("Only a key of mode POPRF evaluates under a public text");
        }
        PublicText text = new PublicText(publicText);
        BigInteger tweaked = number().add(text.tweak()).mod(P256.ORDER);
        if (tweaked.signum() == 0) {
            throw new ArithmeticException("The public text undoes the key, which one in 2^256 does");
        }
        return new PointEvaluator(
                mode,
                new PointEvaluator.Exponents(
                        Secret.copyOf(P256.encode(Inverses.of(new BigInteger[] {tweaked}, P256.ORDER, random)[0])),
                        tweaked,
                        P256.timesGenerator(tweaked)),
                new Finalizing(mode, text),
                multiplier);
    }

    private BigInteger number() {
        return scalar.use(bytes -> new BigInteger(1, bytes));
    }

    /** Overwrites the key; evaluators that were made of it keep numbers that cannot be wiped. */
    public void destroy() {
        scalar.destroy();
    }
}
