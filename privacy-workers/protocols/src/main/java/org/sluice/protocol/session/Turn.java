package org.sluice.protocol.session;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a party does next; the whole of its state. A party is a chain of turns, each made from the one before and from
 * what the peer sent.
 *
 * @param <R> what the party knows at the end
 */
public sealed interface Turn<R> {

    /** Sends a frame, then goes on; the following turn is computed only once the frame is out. Turns are not compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Send<R>(byte[] frame, Supplier<Turn<R>> then) implements Turn<R> {}

    /** Waits for a frame and goes on from it, or throws {@link org.sluice.protocol.Misbehaviour}. */
    record Receive<R>(Function<byte[], Turn<R>> then) implements Turn<R> {}

    /**
     * Goes on at once, and from here on holds something that must not outlive the run, such as a secret or work given to
     * other threads: the session releases it when the run ends, however it ends.
     */
    record Holding<R>(Runnable release, Turn<R> then) implements Turn<R> {}

    /** The result, not to be shown to anybody before the transcripts have been compared. */
    record Finished<R>(R result) implements Turn<R> {}
}
