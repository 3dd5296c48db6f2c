package org.sluice.protocol.psi.sum;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Column;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.Pending;

/**
 * The value holder's ciphertexts at its peer, each looked at as it comes, in the threads of the group.
 *
 * <p>All are decoded before anybody knows which are needed: if only those of common items were, a bad one would ask whether
 * its item is common, and the end of the run would answer.
 */
final class Ciphertexts {

    private static final int COORDINATES = 4 * P256.LENGTH;

    private final BatchedGroup group;
    private final List<Pending> frames = new ArrayList<>();

    Ciphertexts(BatchedGroup group) {
        this.group = group;
    }

    void add(Column frame) {
        frames.add(group.start(frame, COORDINATES, Ciphertexts::decoded));
    }

    private static Column decoded(Column frame) {
        byte[] coordinates = new byte[Math.multiplyExact(frame.count(), COORDINATES)];
        byte[] compressed = new byte[ValueKey.CIPHERTEXT];
        for (int i = 0; i < frame.count(); i++) {
            frame.copyRows(i, i + 1, compressed, 0);
            put(Arrays.copyOf(compressed, P256.POINT), coordinates, i * COORDINATES);
            put(
                    Arrays.copyOfRange(compressed, P256.POINT, compressed.length),
                    coordinates,
                    i * COORDINATES + 2 * P256.LENGTH);
        }
        return Column.owning(coordinates, COORDINATES);
    }

    private static void put(byte[] compressed, byte[] coordinates, int at) {
        ECPoint point = P256.decode(compressed);
        point.getAffineXCoord().encodeTo(coordinates, at);
        point.getAffineYCoord().encodeTo(coordinates, at + P256.LENGTH);
    }

    /** Waits until all have been looked at; one that is none is misbehaviour. */
    void await() {
        frames.forEach(Pending::await);
    }

    /**
     * A ciphertext of the sum of some values that has nothing else in common with theirs, 66 bytes.
     *
     * @param chosen indexes in the order in which the ciphertexts came; without any it is one of zero
     * @param key what they were encrypted under
     */
    byte[] sum(int[] chosen, ECPoint key, SecureRandom random) {
        List<Column> points = frames.stream().map(Pending::await).toList();
        BigInteger r = P256.scalar(random);
        ECPoint[] sums = {P256.GENERATOR.multiply(r), key.multiply(r)};
        int rows = points.isEmpty() ? 1 : points.get(0).count();
        for (int index : chosen) {
            Column frame = points.get(index / rows);
            for (int side = 0; side < sums.length; side++) {
                sums[side] = sums[side].add(point(frame, index % rows, side));
            }
        }
        P256.CURVE.normalizeAll(sums);
        byte[] ciphertext = new byte[ValueKey.CIPHERTEXT];
        for (int side = 0; side < sums.length; side++) {
            if (sums[side].isInfinity()) {
                throw new ArithmeticException("A sum became the identity, which one in 2^256 does");
            }
            sums[side].encodeTo(true, ciphertext, side * P256.POINT);
        }
        return ciphertext;
    }

    private static ECPoint point(Column frame, int row, int side) {
        byte[] coordinates = frame.row(row);
        int at = side * 2 * P256.LENGTH;
        return P256.CURVE.createPoint(
                new BigInteger(1, coordinates, at, P256.LENGTH),
                new BigInteger(1, coordinates, at + P256.LENGTH, P256.LENGTH));
    }

    /** What no thread has begun is never looked at. */
    void end() {
        frames.forEach(Pending::cancel);
    }
}
