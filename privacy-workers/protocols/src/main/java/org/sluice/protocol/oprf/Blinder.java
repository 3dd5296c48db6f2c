package org.sluice.protocol.oprf;

import java.security.SecureRandom;
import java.util.List;
import org.sluice.protocol.Cores;

/** A client's side of an oblivious function. May be shared by threads. */
public interface Blinder {

    /**
     * Blinds a batch of inputs under fresh secrets.
     *
     * @throws IllegalArgumentException if there are none or too many of them, or one is too long
     */
    Blinding blind(List<byte[]> inputs, SecureRandom random, Cores cores);
}
