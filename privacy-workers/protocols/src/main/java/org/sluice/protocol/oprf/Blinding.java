package org.sluice.protocol.oprf;

import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;

/** A batch that is under way: what was sent, and the secrets that open the answer to it. For one thread, and once. */
public interface Blinding {

    /** The bytes for the server. */
    byte[] request();

    /**
     * The outputs, 32 bytes each, in the order of the inputs.
     *
     * @throws org.sluice.protocol.Misbehaviour if the answer is malformed, or proves nothing where it should
     * @throws IllegalStateException if an answer has been opened before
     */
    Column open(byte[] answer, Cores cores);
}
