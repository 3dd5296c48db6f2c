package org.sluice.worker.query.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;

/** Messages of any length over a line of frames. For one thread. */
public final class Wire {

    /** Bytes of a content that travel in one frame. */
    public static final int PART = 1 << 20;

    static final byte RELEASE = 1;

    private static final int LONGEST_NAME = 127;

    private final Channel line;
    private final int part;

    public Wire(Channel line) {
        this(line, PART);
    }

    Wire(Channel line, int part) {
        this.line = line;
        this.part = part;
    }

    public void send(Kind kind, String list, byte[] content) {
        byte[] name = list.getBytes(StandardCharsets.US_ASCII);
        int first = Math.min(part, content.length);
        line.send(ByteBuffer.allocate(3 + name.length + Integer.BYTES + first)
                .put(RELEASE)
                .put(kind.code())
                .put((byte) name.length)
                .put(name)
                .putInt(content.length)
                .put(content, 0, first)
                .array());
        for (int from = first; from < content.length; from += part) {
            line.send(Arrays.copyOfRange(content, from, Math.min(from + part, content.length)));
        }
    }

    /**
     * Waits for the next message and reads its beginning; what follows is read by {@link #content} or {@link #skip}.
     *
     * @throws OtherRelease if the peer speaks another one
     */
    public Head head() {
        ByteBuffer frame = ByteBuffer.wrap(line.receive());
        if (frame.remaining() < 3) {
            throw new Misbehaviour("A message about lists does not begin as one");
        }
        byte release = frame.get();
        if (release != RELEASE) {
            throw new OtherRelease(release);
        }
        Kind kind = Kind.of(frame.get());
        int named = frame.get();
        if (named < 0 || named > LONGEST_NAME || frame.remaining() < named + Integer.BYTES) {
            throw new Misbehaviour("The beginning of a message about lists is too short");
        }
        byte[] name = new byte[named];
        frame.get(name);
        int length = frame.getInt();
        byte[] begin = new byte[frame.remaining()];
        frame.get(begin);
        if (length < begin.length) {
            throw new Misbehaviour("A message about lists is longer than it says");
        }
        return new Head(kind, new String(name, StandardCharsets.US_ASCII), length, begin);
    }

    /**
     * The whole content of a message.
     *
     * @param most bytes that it may have
     */
    public byte[] content(Head head, int most) {
        check(head, most);
        byte[] content = Arrays.copyOf(head.begin(), head.length());
        for (int from = head.begin().length; from < content.length; ) {
            byte[] more = next(content.length - from);
            System.arraycopy(more, 0, content, from, more.length);
            from += more.length;
        }
        return content;
    }

    /** Reads past a message that is not answered, so that the next one can be. */
    public void skip(Head head, int most) {
        check(head, most);
        for (int from = head.begin().length; from < head.length(); ) {
            from += next(head.length() - from).length;
        }
    }

    private static void check(Head head, int most) {
        if (head.length() > most) {
            throw new Misbehaviour("A message about lists has " + head.length() + " bytes, and may have " + most);
        }
    }

    private byte[] next(int most) {
        byte[] more = line.receive();
        if (more.length == 0 || more.length > most) {
            throw new Misbehaviour("The parts of a message about lists do not add up to its length");
        }
        return more;
    }
}
