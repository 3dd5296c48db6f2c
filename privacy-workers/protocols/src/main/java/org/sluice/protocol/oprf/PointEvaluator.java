package org.sluice.protocol.oprf;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;
import org.sluice.protocol.group.AffinePoints;
import org.sluice.protocol.group.P256Hashing;
import org.sluice.protocol.group.P256Multiplier;

/** RFC 9497 sections 3.3.1 to 3.3.3, the server. */
final class PointEvaluator implements Evaluator {

    private static final int BATCH = 256;

    /** One point and three times the seven whose signs a platform finds together. */
    private static final int FEWEST_AT_ONCE = 22;

    private final Mode mode;
    private final Exponents exponents;
    private final Finalizing finalizing;
    private final P256Multiplier multiplier;

    /**
     * @param multiplier what elements are multiplied by
     * @param proven what the proof is about: the multiplier, or in mode POPRF its inverse
     * @param proofKey the generator times {@code proven}
     */
    record Exponents(Secret multiplier, BigInteger proven, ECPoint proofKey) {

        @Override
        public String toString() {
            return "Exponents";
        }
    }

    PointEvaluator(Mode mode, Exponents exponents, Finalizing finalizing, P256Multiplier multiplier) {
        this.mode = mode;
        this.exponents = exponents;
        this.finalizing = finalizing;
        this.multiplier = multiplier;
    }

    @Override
    public int requestLength(int inputs) {
        return P256.ELEMENT * inputs;
    }

    @Override
    public int answerLength(int inputs) {
        return P256.ELEMENT * inputs + (mode.proves() ? EqualityProof.LENGTH : 0);
    }

    @Override
    public byte[] answer(byte[] request, SecureRandom random, Cores cores) {
        int count = request.length / P256.ELEMENT;
        if (count < 1 || count > Framed.LONGEST || request.length != requestLength(count)) {
            throw new Misbehaviour(
                    "A request for evaluation holds " + request.length + " bytes, not 1 to 65,535 times 33");
        }
        ECPoint[] blinded = P256.decodeAll(Column.owning(request, P256.ELEMENT), cores);
        ECPoint[] evaluated = new ECPoint[count];
        int atOnce = Math.max(FEWEST_AT_ONCE, Math.min(BATCH, (count + cores.count() - 1) / cores.count()));
        cores.run((count + atOnce - 1) / atOnce, part -> {
            int from = part * atOnce;
            ECPoint[] some = Arrays.copyOfRange(blinded, from, Math.min(from + atOnce, count));
            System.arraycopy(multiplier.products(some, exponents.multiplier), 0, evaluated, from, some.length);
        });
        byte[] answer = Arrays.copyOf(P256.encodeAll(evaluated), answerLength(count));
        if (mode.proves()) {
            EqualityProof proof = EqualityProof.of(
                    statement(mode, exponents.proofKey, blinded, evaluated),
                    exponents.proven,
                    P256.sampleScalar(random),
                    cores);
            System.arraycopy(proof.encoded(), 0, answer, requestLength(count), EqualityProof.LENGTH);
        }
        return answer;
    }

    /** In mode POPRF the server divides, hence what it got is what the proven number leads to. */
    static EqualityProof.Statement statement(Mode mode, ECPoint key, ECPoint[] blinded, ECPoint[] evaluated) {
        return new EqualityProof.Statement(
                mode,
                key,
                mode == Mode.POPRF
                        ? new EqualityProof.Pairs(evaluated, blinded)
                        : new EqualityProof.Pairs(blinded, evaluated));
    }

    @Override
    public Column outputs(List<byte[]> inputs, Cores cores) {
        byte[] all = new byte[Math.multiplyExact(inputs.size(), OUTPUT)];
        cores.run((inputs.size() + BATCH - 1) / BATCH, part -> {
            int from = part * BATCH;
            int to = Math.min(from + BATCH, inputs.size());
            batch(inputs.subList(from, to)).copyRows(0, to - from, all, from * OUTPUT);
        });
        return Column.owning(all, OUTPUT);
    }

    private Column batch(List<byte[]> inputs) {
        AffinePoints points = P256Hashing.toPoints(inputs, mode.separated("HashToGroup-"));
        return finalizing.outputs(
                inputs, multiplier.products(points, exponents.multiplier).compressed());
    }
}
