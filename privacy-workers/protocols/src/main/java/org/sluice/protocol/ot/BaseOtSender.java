package org.sluice.protocol.ot;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;

/**
 * The side of base transfers that has both keys of each: sends {@link #point}, and makes the keys from the receiver's
 * points. One object is one run.
 */
public final class BaseOtSender {

    private final Agreement agreement;
    private final int count;
    private final Cores cores;
    private final BigInteger scalar;
    private final byte[] point = new byte[CurvePoints.LENGTH];

    /**
     * Prepares the point.
     *
     * @param session any bytes that no two runs share; those of the receiver
     * @param count transfers
     */
    public BaseOtSender(byte[] session, int count, SecureRandom random, Cores cores) {
        this.agreement = new Agreement(session);
        this.count = count;
        this.cores = cores;
        this.scalar = CurvePoints.scalar(random);
        CurvePoints.write(CurvePoints.generated(scalar).normalize(), point, 0);
    }

    /** What the receiver must get, 33 bytes; a copy. */
    public byte[] point() {
        return point.clone();
    }

    /**
     * Both keys of each transfer, 16 bytes a key, that of choice 0 first; the caller should wipe them.
     *
     * @param pairs the receiver's points, 66 bytes a transfer; anything else is misbehaviour
     */
    public byte[] keys(byte[] pairs) {
        if (pairs.length != count * Agreement.PAIR) {
            throw new Misbehaviour(
                    "The receiver's points hold " + pairs.length + " bytes instead of " + count * Agreement.PAIR);
        }
        byte[] keys = new byte[2 * count * Extension.KEY];
        cores.run(Agreement.batches(count), part -> {
            int from = part * Agreement.BATCH;
            agree(from, Math.min(count, from + Agreement.BATCH), pairs, keys);
        });
        return keys;
    }

    private void agree(int from, int to, byte[] pairs, byte[] keys) {
        ECPoint[] agreed = new ECPoint[2 * (to - from)];
        for (int i = 0; i < agreed.length; i++) {
            agreed[i] = agreed(from + i / 2, i % 2, pairs).multiply(scalar);
        }
        CurvePoints.normalize(agreed);
        for (int i = 0; i < agreed.length; i++) {
            byte[] key = agreement.key(from + i / 2, i % 2, pairs, point, agreed[i]);
            System.arraycopy(key, 0, keys, (2 * from + i) * Extension.KEY, Extension.KEY);
        }
    }

    private ECPoint agreed(int transfer, int side, byte[] pairs) {
        int own = transfer * Agreement.PAIR + side * CurvePoints.LENGTH;
        int other = transfer * Agreement.PAIR + (1 - side) * CurvePoints.LENGTH;
        ECPoint sum = CurvePoints.read(pairs, own).add(agreement.shift(transfer, side, pairs, other));
        if (sum.isInfinity()) {
            throw new Misbehaviour("The receiver's two points of a transfer lead to the identity");
        }
        return sum.normalize();
    }
}
