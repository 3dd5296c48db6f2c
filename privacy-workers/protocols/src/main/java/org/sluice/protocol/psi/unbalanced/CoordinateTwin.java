package org.sluice.protocol.psi.unbalanced;

import java.security.SecureRandom;
import org.sluice.protocol.Secret;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.Ladder;
import org.sluice.protocol.oprf.Blinder;
import org.sluice.protocol.oprf.CoordinateBlinder;
import org.sluice.protocol.oprf.CoordinateKey;

/**
 * The faster twin on X25519, which is <em>no standard</em> and proves nothing: the public key k·9 tells an honest server's
 * keys apart, and no client can check that its items met the key of that name.
 */
public final class CoordinateTwin implements ListFunction {

    private static final int LENGTH = 32;

    private final Ladder ladder;

    public CoordinateTwin(Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public String suite() {
        return "x-only X25519 2HashDH, no RFC";
    }

    @Override
    public int keyLength() {
        return LENGTH;
    }

    @Override
    public int elementLength() {
        return LENGTH;
    }

    @Override
    public int proofLength() {
        return 0;
    }

    @Override
    public Secret draw(SecureRandom random) {
        return Secret.random(LENGTH, random);
    }

    @Override
    public ListKey key(Secret scalar) {
        Secret own = scalar.use(Secret::copyOf);
        CoordinateKey key = new CoordinateKey(own, ladder);
        byte[] base = new byte[LENGTH];
        base[0] = 9;
        return new ListKey(key, ladder.by(own).apply(base), own::destroy);
    }

    @Override
    public Blinder client(byte[] publicKey) {
        new Curve25519Group(Encoding.NONUNIFORM, ladder).decode(publicKey);
        return new CoordinateBlinder(ladder);
    }
}
