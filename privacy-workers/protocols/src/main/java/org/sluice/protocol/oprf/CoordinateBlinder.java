package org.sluice.protocol.oprf;

import java.security.SecureRandom;
import java.util.List;
import org.sluice.protocol.Cores;
import org.sluice.protocol.group.Ladder;

/** A client of the twin on Curve25519, which is <em>not</em> RFC 9497: see {@link CoordinateKey}. */
public final class CoordinateBlinder implements Blinder {

    private final Ladder ladder;

    public CoordinateBlinder(Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public Blinding blind(List<byte[]> inputs, SecureRandom random, Cores cores) {
        return new CoordinateBlinding(ladder, inputs, random, cores);
    }
}
