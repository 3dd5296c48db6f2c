package org.sluice.protocol.psi.unbalanced;

import java.security.SecureRandom;
import org.sluice.protocol.Secret;
import org.sluice.protocol.oprf.Blinder;

/** The oblivious function whose outputs are the masks of a list. May be shared by threads. */
public interface ListFunction {

    /** What both sides must agree on, as terms name it. */
    String suite();

    /** Bytes of the public value that names a key. */
    int keyLength();

    /** Bytes of a blinded or evaluated item. */
    int elementLength();

    /** Bytes of the proof that comes with every batch; 0 where nothing is proved. */
    int proofLength();

    /** The 32 secret bytes of a fresh key. */
    Secret draw(SecureRandom random);

    /**
     * The key of stored or drawn bytes, of which it takes a copy.
     *
     * @throws IllegalArgumentException if they are none of this function's
     */
    ListKey key(Secret scalar);

    /**
     * A client's side.
     *
     * @param publicKey names the key; where there is a proof, it is checked against it
     * @throws org.sluice.protocol.Misbehaviour if the public value cannot be one
     */
    Blinder client(byte[] publicKey);
}
