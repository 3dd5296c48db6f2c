package org.sluice.worker.jobs;

import java.nio.ByteBuffer;
import java.util.OptionalDouble;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;

/**
 * Measures a line before a run, first from the learner to the responder and then back: blocks of zeros, each four times as
 * large as the one before, until one takes long enough to tell something; the fastest counts, since what else keeps
 * a machine busy only makes one slower. What it finds belongs to no transcript.
 *
 * <p>A peer that answers late makes a line look slower than it is, and one that answers before all has arrived makes it look
 * faster: what is found chooses among protocols that the house allows anyway, and is no proof of anything.
 */
final class LineProbe {

    private static final byte WISH = 0x60;
    private static final byte ARRIVED = 0x61;
    private static final byte MORE = 0x62;
    private static final byte OVER = 0x63;
    private static final byte FOUND = 0x64;

    private static final int FIRST = 1 << 16;
    private static final int FRAME = 1 << 20;
    private static final long TELLS_NANOS = 200_000_000;

    private final Channel line;
    private final long most;

    private LineProbe(Channel line, long most) {
        this.line = line;
        this.most = most;
    }

    /**
     * The slower of both directions in megabits a second, the same at both sides; nothing if either wants no measure.
     *
     * @param mebibytes the largest block that this side lets be sent; 0 for no measure
     * @throws Misbehaviour if the peer does not keep to it
     */
    static OptionalDouble measured(Channel line, Role role, int mebibytes) {
        line.send(ByteBuffer.allocate(1 + Integer.BYTES)
                .put(WISH)
                .putInt(mebibytes)
                .array());
        int agreed =
                Math.min(mebibytes, read(line.receive(), WISH, Integer.BYTES).getInt());
        if (agreed <= 0) {
            return OptionalDouble.empty();
        }
        LineProbe probe = new LineProbe(line, (long) agreed << 20);
        double own;
        if (role == Role.LEARNER) {
            own = probe.send();
            probe.receive();
        } else {
            probe.receive();
            own = probe.send();
        }
        line.send(
                ByteBuffer.allocate(1 + Double.BYTES).put(FOUND).putDouble(own).array());
        double peers = read(line.receive(), FOUND, Double.BYTES).getDouble();
        if (!(peers > 0)) {
            throw new Misbehaviour("The peer has measured a line of " + peers + " megabits a second");
        }
        return OptionalDouble.of(Math.min(own, peers));
    }

    private double send() {
        double fastest = 0;
        for (long size = FIRST; ; size = next(size)) {
            long begun = System.nanoTime();
            for (long sent = 0; sent < size; sent += FRAME) {
                line.send(new byte[(int) Math.min(FRAME, size - sent)]);
            }
            read(line.receive(), ARRIVED, 0);
            long took = Math.max(1, System.nanoTime() - begun);
            fastest = Math.max(fastest, size * 8e3 / took);
            boolean isOver = took >= TELLS_NANOS || size == most;
            line.send(new byte[] {isOver ? OVER : MORE});
            if (isOver) {
                return fastest;
            }
        }
    }

    private void receive() {
        for (long size = FIRST; ; size = next(size)) {
            for (long got = 0; got < size; got += FRAME) {
                if (line.receive().length != Math.min(FRAME, size - got)) {
                    throw new Misbehaviour("The peer measures the line by other blocks");
                }
            }
            line.send(new byte[] {ARRIVED});
            byte[] word = line.receive();
            if (word.length == 1 && word[0] == OVER) {
                return;
            }
            read(word, MORE, 0);
            if (size == most) {
                throw new Misbehaviour("The peer measures the line by larger blocks than were agreed");
            }
        }
    }

    private long next(long size) {
        return Math.min(4 * size, most);
    }

    private static ByteBuffer read(byte[] frame, byte kind, int length) {
        if (frame.length != 1 + length || frame[0] != kind) {
            throw new Misbehaviour("The peer sends something else than the next word of measuring the line");
        }
        return ByteBuffer.wrap(frame, 1, length);
    }
}
