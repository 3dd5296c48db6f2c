package org.sluice.protocol.channel;

import java.time.Duration;

/** A line between two parties in one process; each direction holds a bounded number of frames. */
public final class InMemoryChannel implements Channel {

    private final FrameQueue outgoing;
    private final FrameQueue incoming;
    private final Duration patience;

    private InMemoryChannel(FrameQueue outgoing, FrameQueue incoming, Duration patience) {
        this.patience = patience;
        this.outgoing = outgoing;
        this.incoming = incoming;
    }

    /** The two ends of one line. */
    public record Pair(InMemoryChannel left, InMemoryChannel right) {}

    /**
     * Opens a line.
     *
     * @param capacity frames that may wait in each direction before {@link #send} blocks
     * @param patience how long either end waits for the other before it calls that misbehaviour
     */
    public static Pair pair(int capacity, Duration patience) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A line must hold at least one frame, not " + capacity);
        }
        FrameQueue there = new FrameQueue(capacity);
        FrameQueue back = new FrameQueue(capacity);
        return new Pair(new InMemoryChannel(there, back, patience), new InMemoryChannel(back, there, patience));
    }

    @Override
    public void send(byte[] frame) {
        if (frame.length > MAX_FRAME) {
            throw new IllegalArgumentException("A frame of " + frame.length + " bytes exceeds " + MAX_FRAME);
        }
        outgoing.put(frame.clone(), patience);
    }

    @Override
    public byte[] receive() {
        return incoming.take(patience);
    }

    @Override
    public void close() {
        outgoing.close();
        incoming.close();
    }
}
