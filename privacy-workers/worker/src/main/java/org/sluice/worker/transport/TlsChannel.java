package org.sluice.worker.transport;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.protocol.channel.FrameQueue;
import org.sluice.worker.party.Patience;

/**
 * Frames over one TLS connection, each preceded by its length in four bytes.
 *
 * <p>One thread reads and one writes, so that a line which breaks is noticed while the party computes, and so that a
 * party which computes for long still gives signs of life. A few frames wait in each direction; beyond that a sender
 * waits for its peer. A record that was altered on the path ends in {@link Misbehaviour}; a line that went down or fell
 * silent ends in {@link ChannelClosed}. Once it is closed here, the peer has until the silence
 * that is allowed to read what was sent and to say farewell; then the line is cut.
 */
final class TlsChannel implements Channel {

    private static final int FRAMES_WAITING = 4;
    private static final int SIGN_OF_LIFE = -1;
    private static final int FAREWELL = -2;

    private final SSLSocket socket;
    private final Socket raw;
    private final Patience patience;
    private final FrameQueue outgoing = new FrameQueue(FRAMES_WAITING);
    private final FrameQueue incoming = new FrameQueue(FRAMES_WAITING);
    private final AtomicInteger directionsOpen = new AtomicInteger(2);
    private @Nullable Deadline end;

    private TlsChannel(SSLSocket socket, Socket raw, Patience patience) {
        this.socket = socket;
        this.raw = raw;
        this.patience = patience;
    }

    /** Takes over both sockets; the plain one beneath is what can be cut without waiting for anybody. */
    static TlsChannel over(SSLSocket socket, Socket raw, Patience patience) throws IOException {
        TlsChannel channel = new TlsChannel(socket, raw, patience);
        raw.setSoTimeout(Math.toIntExact(patience.silence().toMillis()));
        raw.setTcpNoDelay(true);
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
        start("line-reader", () -> channel.read(in));
        start("line-writer", () -> channel.write(out));
        return channel;
    }

    private static void start(String name, Runnable direction) {
        Thread thread = new Thread(direction, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void send(byte[] frame) {
        if (frame.length > MAX_FRAME) {
            throw new IllegalArgumentException("A frame of " + frame.length + " bytes exceeds " + MAX_FRAME);
        }
        outgoing.put(frame.clone(), patience.step());
    }

    @Override
    public byte[] receive() {
        return incoming.take(patience.step());
    }

    @Override
    public void close() {
        outgoing.close();
        incoming.close();
        endBefore(patience.silence());
    }

    /** A peer that neither reads nor says farewell would else keep both threads, and what they hold, for as long as it likes. */
    private synchronized void endBefore(Duration limit) {
        if (end == null && directionsOpen.get() > 0) {
            end = Deadline.in(limit, this::cut);
        }
    }

    private void write(DataOutputStream out) {
        ReadyCipher.prepare();
        try {
            while (true) {
                Optional<byte[]> frame = next();
                out.writeInt(frame.isPresent() ? frame.get().length : SIGN_OF_LIFE);
                if (frame.isPresent()) {
                    out.write(frame.get());
                }
                out.flush();
            }
        } catch (ChannelClosed closing) {
            sayFarewell(out);
        } catch (Misbehaviour wrong) {
            cut();
        } catch (IOException broken) {
            fail(broken);
        }
        directionDone();
    }

    private Optional<byte[]> next() {
        return outgoing.poll(patience.sign());
    }

    private void sayFarewell(DataOutputStream out) {
        try {
            out.writeInt(FAREWELL);
            out.flush();
            socket.shutdownOutput();
        } catch (IOException alreadyDown) {
            cut();
        }
    }

    /** Reads until the peer's farewell, even when nobody listens any more: a socket closed over unread bytes would take the peer's last frames with it. */
    private void read(DataInputStream in) {
        try {
            for (int length = in.readInt(); length != FAREWELL; length = in.readInt()) {
                if (length == SIGN_OF_LIFE) {
                    continue;
                }
                if (length < 0 || length > MAX_FRAME) {
                    throw new Misbehaviour("The peer announces a frame of " + length + " bytes");
                }
                byte[] frame = new byte[length];
                in.readFully(frame);
                deliver(frame);
            }
            close();
        } catch (Misbehaviour wrong) {
            incoming.end(wrong);
            outgoing.end(wrong);
        } catch (IOException broken) {
            fail(broken);
        }
        directionDone();
    }

    private void deliver(byte[] frame) {
        try {
            incoming.put(frame, patience.step());
        } catch (ChannelClosed nobodyListens) {
            // read on
        }
    }

    private void fail(IOException broken) {
        RuntimeException reason = MutualTls.isLoss(broken)
                ? new ChannelClosed("The line went down: " + broken.getMessage())
                : new Misbehaviour("A record was altered on its way: " + broken.getMessage());
        incoming.end(reason);
        outgoing.end(reason);
        cut();
    }

    private void directionDone() {
        if (directionsOpen.decrementAndGet() == 0) {
            cut();
            hasEnded();
        }
    }

    private synchronized void hasEnded() {
        if (end != null) {
            end.lift();
        }
    }

    private void cut() {
        try {
            raw.close();
        } catch (IOException alreadyDown) {
            // nothing is left to close
        }
    }
}
