package org.sluice.protocol.oprf;

import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;

/** A client of RFC 9497 with P-256. */
public final class OprfClient implements Blinder {

    private final Mode mode;
    private final @Nullable ECPoint proofKey;
    private final Finalizing finalizing;

    private OprfClient(Mode mode, @Nullable ECPoint proofKey, PublicText text) {
        this.mode = mode;
        this.proofKey = proofKey;
        this.finalizing = new Finalizing(mode, text);
    }

    /** Mode OPRF. */
    public static OprfClient trusting() {
        return new OprfClient(Mode.OPRF, null, new PublicText(new byte[0]));
    }

    /**
     * Mode VOPRF.
     *
     * @throws Misbehaviour if the public key is no element
     */
    public static OprfClient verifying(byte[] publicKey) {
        return new OprfClient(Mode.VOPRF, P256.decode(publicKey), new PublicText(new byte[0]));
    }

    /**
     * Mode POPRF.
     *
     * @throws Misbehaviour if the public key is no element, or the text undoes it
     */
    public static OprfClient verifying(byte[] publicKey, byte[] publicText) {
        PublicText text = new PublicText(publicText);
        ECPoint tweaked = P256.timesGenerator(text.tweak()).add(P256.decode(publicKey));
        if (tweaked.isInfinity()) {
            throw new Misbehaviour("P-256: the public key is undone by the public text");
        }
        return new OprfClient(Mode.POPRF, tweaked.normalize(), text);
    }

    @Override
    public Blinding blind(List<byte[]> inputs, SecureRandom random, Cores cores) {
        return new PointBlinding(this, inputs, random, cores);
    }

    Mode mode() {
        return mode;
    }

    Finalizing finalizing() {
        return finalizing;
    }

    /** Refuses points that are not proved to be what the key makes of the blinded ones. */
    void check(ECPoint[] blinded, ECPoint[] evaluated, byte[] proof, Cores cores) {
        if (proofKey != null
                && !EqualityProof.of(proof)
                        .holds(PointEvaluator.statement(mode, proofKey, blinded, evaluated), cores)) {
            throw new Misbehaviour("The proof that one key evaluated all elements does not hold");
        }
    }
}
