package org.sluice.protocol.oprf;

import java.security.SecureRandom;
import java.util.List;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;

/** A server's side of an oblivious function: it alone can compute outputs without asking. May be shared by threads. */
public interface Evaluator {

    /** Bytes of an output. */
    int OUTPUT = 32;

    /** Bytes of a request for so many inputs; their number follows from the length. */
    int requestLength(int inputs);

    /** Bytes of the answer to it. */
    int answerLength(int inputs);

    /**
     * The answer to a blinded request.
     *
     * @throws org.sluice.protocol.Misbehaviour if the request is none of {@link Blinding#request}'s kind
     */
    byte[] answer(byte[] request, SecureRandom random, Cores cores);

    /** The outputs themselves, 32 bytes each, in the order of the inputs. */
    Column outputs(List<byte[]> inputs, Cores cores);
}
