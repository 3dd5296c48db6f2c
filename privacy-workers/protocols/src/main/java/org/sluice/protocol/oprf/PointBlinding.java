package org.sluice.protocol.oprf;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.group.P256Hashing;

/** RFC 9497 sections 3.3.1 to 3.3.3, the client. */
final class PointBlinding implements Blinding {

    private static final int BLINDED_AT_ONCE = 16;

    private final OprfClient client;
    private final List<byte[]> inputs;
    private final BigInteger[] inverses;
    private final ECPoint[] blinded;
    private final byte[] request;
    private boolean opened;

    PointBlinding(OprfClient client, List<byte[]> inputs, SecureRandom random, Cores cores) {
        if (inputs.isEmpty() || inputs.size() > Framed.LONGEST) {
            throw new IllegalArgumentException("A batch has 1 to 65,535 inputs, not " + inputs.size());
        }
        if (inputs.stream().anyMatch(input -> input.length > Framed.LONGEST)) {
            throw new IllegalArgumentException("An input has at most 65,535 bytes");
        }
        this.client = client;
        this.inputs = inputs.stream().map(byte[]::clone).toList();
        this.blinded = new ECPoint[inputs.size()];
        BigInteger[] blinds = new BigInteger[blinded.length];
        Arrays.setAll(blinds, i -> P256.sampleScalar(random));
        this.inverses = Inverses.of(blinds, P256.ORDER, random);
        byte[] dst = client.mode().separated("HashToGroup-");
        cores.run((blinds.length + BLINDED_AT_ONCE - 1) / BLINDED_AT_ONCE, part -> {
            int from = part * BLINDED_AT_ONCE;
            int to = Math.min(from + BLINDED_AT_ONCE, blinds.length);
            ECPoint[] hashed =
                    P256Hashing.toPoints(this.inputs.subList(from, to), dst).points();
            for (int i = from; i < to; i++) {
                blinded[i] = hashed[i - from].multiply(blinds[i]);
            }
        });
        this.request = P256.encodeAll(blinded);
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
        int proof = client.mode().proves() ? EqualityProof.LENGTH : 0;
        if (answer.length != request.length + proof) {
            throw new Misbehaviour("An answer to an evaluation holds " + answer.length + " bytes instead of "
                    + (request.length + proof));
        }
        ECPoint[] points = P256.decodeAll(Column.owning(Arrays.copyOf(answer, request.length), P256.ELEMENT), cores);
        client.check(blinded, points, Arrays.copyOfRange(answer, request.length, answer.length), cores);
        cores.run(points.length, i -> points[i] = points[i].multiply(inverses[i]));
        return client.finalizing().outputs(inputs, Column.owning(P256.encodeAll(points), P256.ELEMENT));
    }
}
