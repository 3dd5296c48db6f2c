package org.sluice.protocol.ot;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.block.Blocks;

/**
 * The side of base transfers that chooses: sends {@link #points}, receives the sender's point, and then has a key a
 * transfer. One object is one run.
 */
public final class BaseOtReceiver {

    private final Agreement agreement;
    private final byte[] choices;
    private final Cores cores;
    private final BigInteger[] scalars;
    private final byte[] points;

    /**
     * Prepares the points.
     *
     * @param session any bytes that no two runs share; those of the sender
     * @param choices bit i (bit i % 8 of byte i / 8) is the choice of transfer i; copied
     * @param count transfers
     */
    public BaseOtReceiver(byte[] session, byte[] choices, int count, SecureRandom random, Cores cores) {
        if (choices.length * Byte.SIZE < count) {
            throw new IllegalArgumentException(choices.length + " bytes hold no " + count + " choices");
        }
        this.agreement = new Agreement(session);
        this.choices = choices.clone();
        this.cores = cores;
        this.scalars = new BigInteger[count];
        this.points = new byte[Math.multiplyExact(count, Agreement.PAIR)];
        BigInteger[] unused = new BigInteger[count];
        for (int i = 0; i < count; i++) {
            scalars[i] = CurvePoints.scalar(random);
            unused[i] = CurvePoints.scalar(random);
        }
        inBatches((from, to) -> prepare(from, to, unused));
    }

    /** What the sender must get, 66 bytes a transfer; a copy. */
    public byte[] points() {
        return points.clone();
    }

    /**
     * The chosen keys, 16 bytes each; the caller should wipe them.
     *
     * @param senders the sender's point, 33 bytes; anything else is misbehaviour
     */
    public byte[] keys(byte[] senders) {
        if (senders.length != CurvePoints.LENGTH) {
            throw new Misbehaviour("The sender's point holds " + senders.length + " bytes instead of 33");
        }
        ECPoint point = CurvePoints.read(senders, 0);
        byte[] keys = new byte[scalars.length * Extension.KEY];
        inBatches((from, to) -> agree(from, to, point, senders, keys));
        return keys;
    }

    private interface Batch {
        void compute(int from, int to);
    }

    private void inBatches(Batch batch) {
        cores.run(
                Agreement.batches(scalars.length),
                part -> batch.compute(part * Agreement.BATCH, Math.min(scalars.length, (part + 1) * Agreement.BATCH)));
    }

    /** The point that is not chosen is random; the chosen one is such that its shift leads to a known multiple. */
    private void prepare(int from, int to, BigInteger[] unused) {
        ECPoint[] others = new ECPoint[to - from];
        for (int i = from; i < to; i++) {
            others[i - from] = CurvePoints.generated(unused[i]);
        }
        CurvePoints.normalize(others);
        ECPoint[] chosen = new ECPoint[to - from];
        for (int i = from; i < to; i++) {
            int choice = Blocks.bit(choices, i);
            int other = at(i, 1 - choice);
            CurvePoints.write(others[i - from], points, other);
            chosen[i - from] = CurvePoints.generated(scalars[i]).subtract(agreement.shift(i, choice, points, other));
        }
        CurvePoints.normalize(chosen);
        for (int i = from; i < to; i++) {
            CurvePoints.write(chosen[i - from], points, at(i, Blocks.bit(choices, i)));
        }
    }

    private static int at(int transfer, int side) {
        return transfer * Agreement.PAIR + side * CurvePoints.LENGTH;
    }

    private void agree(int from, int to, ECPoint point, byte[] senders, byte[] keys) {
        ECPoint[] agreed = new ECPoint[to - from];
        for (int i = from; i < to; i++) {
            agreed[i - from] = CurvePoints.multiple(point, scalars[i]);
        }
        CurvePoints.normalize(agreed);
        for (int i = from; i < to; i++) {
            byte[] key = agreement.key(i, Blocks.bit(choices, i), points, senders, agreed[i - from]);
            System.arraycopy(key, 0, keys, i * Extension.KEY, Extension.KEY);
        }
    }
}
