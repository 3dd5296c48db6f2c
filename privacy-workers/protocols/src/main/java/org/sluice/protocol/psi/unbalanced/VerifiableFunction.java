package org.sluice.protocol.psi.unbalanced;

import java.security.SecureRandom;
import org.sluice.protocol.Secret;
import org.sluice.protocol.group.P256Multiplier;
import org.sluice.protocol.oprf.Blinder;
import org.sluice.protocol.oprf.Mode;
import org.sluice.protocol.oprf.OprfClient;
import org.sluice.protocol.oprf.OprfKey;

/** RFC 9497, P256-SHA256, mode VOPRF: every batch comes with the proof that one key, the list's, evaluated it. */
public final class VerifiableFunction implements ListFunction {

    private final P256Multiplier multiplier;

    /** @param multiplier what masks a list and answers its clients */
    public VerifiableFunction(P256Multiplier multiplier) {
        this.multiplier = multiplier;
    }

    @Override
    public String suite() {
        return "RFC 9497 P256-SHA256 VOPRF";
    }

    @Override
    public int keyLength() {
        return 33;
    }

    @Override
    public int elementLength() {
        return 33;
    }

    @Override
    public int proofLength() {
        return 64;
    }

    @Override
    public Secret draw(SecureRandom random) {
        return OprfKey.random(Mode.VOPRF, random).scalar();
    }

    @Override
    public ListKey key(Secret scalar) {
        OprfKey key = OprfKey.of(Mode.VOPRF, scalar).on(multiplier);
        return new ListKey(key.evaluator(), key.publicKey(), key::destroy);
    }

    @Override
    public Blinder client(byte[] publicKey) {
        return OprfClient.verifying(publicKey);
    }
}
