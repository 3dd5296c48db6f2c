package org.sluice.protocol.oprf;

import java.security.SecureRandom;
import java.util.List;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.Ladder;

/**
 * A server's key of the twin on Curve25519, which is <em>not</em> RFC 9497 and proves nothing:
 * F(x) = SHA-256(label ‖ h ‖ X25519(k, H(h))) with h = SHA-256(label ‖ x) and H a map to u-coordinates. Every
 * ladder gives equal outputs.
 */
public final class CoordinateKey implements Evaluator {

    private static final int LENGTH = CoordinateFunction.LENGTH;
    private static final int BATCH = 256;

    private final Secret scalar;
    private final Curve25519Group group;

    /** @param scalar 32 bytes, which X25519 clamps */
    public CoordinateKey(Secret scalar, Ladder ladder) {
        if (scalar.length() != LENGTH) {
            throw new IllegalArgumentException("A key of Curve25519 has 32 bytes, not " + scalar.length());
        }
        this.scalar = scalar;
        this.group = new Curve25519Group(Encoding.NONUNIFORM, ladder);
    }

    @Override
    public int requestLength(int inputs) {
        return LENGTH * inputs;
    }

    @Override
    public int answerLength(int inputs) {
        return LENGTH * inputs;
    }

    /** Multiplies what lies on the curve; nothing is drawn. */
    @Override
    public byte[] answer(byte[] request, SecureRandom random, Cores cores) {
        int count = request.length / LENGTH;
        if (count < 1 || request.length != requestLength(count)) {
            throw new Misbehaviour(
                    "A request for evaluation holds " + request.length + " bytes, not a positive multiple of 32");
        }
        Column blinded = Column.owning(request, LENGTH);
        return inBatches(count, cores, from -> group.decodeAndMultiply(part(blinded, from), scalar));
    }

    @Override
    public Column outputs(List<byte[]> inputs, Cores cores) {
        return Column.owning(
                inBatches(inputs.size(), cores, from -> batch(inputs.subList(from, end(from, inputs.size())))), OUTPUT);
    }

    private Column batch(List<byte[]> inputs) {
        Column digests = CoordinateFunction.digests(inputs);
        return CoordinateFunction.outputs(
                digests, group.hashAndMultiply(digests, CoordinateFunction.groupTag(), scalar));
    }

    /** Computes rows of 32 bytes. */
    private interface Batch {
        Column from(int row);
    }

    private static byte[] inBatches(int count, Cores cores, Batch batch) {
        byte[] all = new byte[Math.multiplyExact(count, LENGTH)];
        cores.run((count + BATCH - 1) / BATCH, part -> {
            Column rows = batch.from(part * BATCH);
            rows.copyRows(0, rows.count(), all, part * BATCH * LENGTH);
        });
        return all;
    }

    private static Column part(Column column, int from) {
        return column.slice(from, end(from, column.count()));
    }

    private static int end(int from, int count) {
        return Math.min(from + BATCH, count);
    }
}
