package org.sluice.protocol.channel;

/**
 * Two parties' line: frames arrive whole, in order and once, or not at all.
 *
 * <p>A channel promises neither secrecy nor authenticity of its own; that is what the transport beneath it adds. One
 * thread may send while another receives; two threads must not do the same at the same time.
 */
public interface Channel extends AutoCloseable {

    /** Longest frame in bytes, 4 MiB: larger messages travel as several frames. */
    int MAX_FRAME = 4 << 20;

    /**
     * Sends one frame, and waits while the line is full.
     *
     * <p>The array stays the caller's: it is read before this method returns and may be reused or wiped afterwards.
     *
     * @throws IllegalArgumentException if the frame is longer than {@link #MAX_FRAME}
     * @throws ChannelClosed if either side has closed
     * @throws org.sluice.protocol.Misbehaviour if the peer takes no frame within the agreed patience
     */
    void send(byte[] frame);

    /**
     * Waits for the next frame. The array belongs to the caller; the channel keeps no reference to it.
     *
     * @throws ChannelClosed if either side has closed and nothing is left to read
     * @throws org.sluice.protocol.Misbehaviour if the peer sends nothing within the agreed patience, or a frame longer
     *     than {@link #MAX_FRAME}
     */
    byte[] receive();

    /** Ends both directions. What the peer has not read yet it may still read. May be called twice. */
    @Override
    void close();
}
