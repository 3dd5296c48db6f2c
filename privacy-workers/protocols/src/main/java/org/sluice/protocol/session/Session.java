package org.sluice.protocol.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.MeteredChannel;

/**
 * Runs one party over a channel.
 *
 * <p>After the last turn both sides exchange the hashes of all frames, each way, and compare them; only then does
 * {@link #run} return. So a frame that was altered, lost, doubled or moved on the path never leads to an output, even in
 * a protocol that could not notice by itself. The hashes are not keyed: against somebody who rewrites frames <em>and</em>
 * the comparison, the transport's authentication (mutual TLS) is the guard.
 *
 * <p>Whoever confirms second may finish although its own last frame is lost. Where one side alone learns something, it
 * therefore confirms {@link Order#FIRST}: it returns only after the peer has agreed.
 *
 * <p>On any failure the channel is closed, so that the peer does not wait.
 */
public record Session(MeteredChannel channel, Order order) {

    private static final byte CONFIRMATION = 0x7f;
    private static final int HASH = 32;

    /** Which side speaks first when transcripts are compared. */
    public enum Order {
        FIRST,
        SECOND
    }

    /**
     * Pumps until the party has finished and the peer has confirmed.
     *
     * @throws Misbehaviour if the peer broke the protocol, or the two sides did not see the same frames
     * @throws org.sluice.protocol.channel.ChannelClosed if the line went down
     */
    public <R> R run(Turn<R> start) {
        List<Runnable> held = new ArrayList<>();
        boolean done = false;
        try {
            R result = pump(start, held);
            confirm();
            done = true;
            return result;
        } finally {
            held.forEach(Runnable::run);
            if (!done) {
                channel.close();
            }
        }
    }

    private <R> R pump(Turn<R> start, List<Runnable> held) {
        Turn<R> turn = start;
        while (true) {
            if (turn instanceof Turn.Send<R> send) {
                channel.send(send.frame());
                turn = send.then().get();
            } else if (turn instanceof Turn.Receive<R> receive) {
                turn = receive.then().apply(channel.receive());
            } else if (turn instanceof Turn.Holding<R> holding) {
                held.add(holding.release());
                turn = holding.then();
            } else if (turn instanceof Turn.Finished<R> finished) {
                return finished.result();
            }
        }
    }

    private void confirm() {
        byte[] sent = HexFormat.of().parseHex(channel.sent().sha256());
        byte[] received = HexFormat.of().parseHex(channel.received().sha256());
        byte[] ours = confirmation(sent, received);
        byte[] due = confirmation(received, sent);
        if (order == Order.FIRST) {
            channel.send(ours);
        }
        if (!Arrays.equals(channel.receive(), due)) {
            throw new Misbehaviour("The two sides did not see the same frames");
        }
        if (order == Order.SECOND) {
            channel.send(ours);
        }
    }

    private static byte[] confirmation(byte[] sent, byte[] received) {
        byte[] frame = new byte[1 + 2 * HASH];
        frame[0] = CONFIRMATION;
        System.arraycopy(sent, 0, frame, 1, HASH);
        System.arraycopy(received, 0, frame, 1 + HASH, HASH);
        return frame;
    }
}
