package org.sluice.protocol.oprf;

import java.security.SecureRandom;
import java.util.List;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.Ladder;

/** A batch of the twin under way: each coordinate times a clamped scalar of its own, taken off by another one. */
final class CoordinateBlinding implements Blinding {

    private static final int LENGTH = CoordinateFunction.LENGTH;

    private final Ladder ladder;
    private final Curve25519Group group;
    private final Column digests;
    private final ClampedPair[] pairs;
    private final byte[] request;
    private boolean opened;

    CoordinateBlinding(Ladder ladder, List<byte[]> inputs, SecureRandom random, Cores cores) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("A batch has at least one input");
        }
        this.ladder = ladder;
        this.group = new Curve25519Group(Encoding.NONUNIFORM, ladder);
        this.digests = CoordinateFunction.digests(inputs);
        this.pairs = ClampedPair.draw(inputs.size(), random);
        Column coordinates = CoordinateFunction.coordinates(digests);
        this.request = new byte[Math.multiplyExact(pairs.length, LENGTH)];
        cores.run(pairs.length, i -> {
            byte[] blinded = ladder.by(pairs[i].blind()).apply(coordinates.row(i));
            System.arraycopy(blinded, 0, request, i * LENGTH, LENGTH);
            pairs[i].blind().destroy();
        });
    }

    @Override
    public byte[] request() {
        return request.clone();
    }

    @Override
    public Column open(byte[] answer, Cores cores) {
        if (opened) {
            throw new IllegalStateException("An answer to this batch has been opened before");
        }
        opened = true;
        if (answer.length != request.length) {
            throw new Misbehaviour(
                    "An answer to an evaluation holds " + answer.length + " bytes instead of " + request.length);
        }
        Column evaluated = Column.owning(answer, LENGTH);
        byte[] products = new byte[answer.length];
        cores.run(pairs.length, i -> {
            byte[] coordinate = group.encode(group.decode(evaluated.row(i)));
            byte[] product = ladder.by(pairs[i].unblind()).apply(coordinate);
            System.arraycopy(product, 0, products, i * LENGTH, LENGTH);
            pairs[i].unblind().destroy();
        });
        return CoordinateFunction.outputs(digests, Column.owning(products, LENGTH));
    }
}
