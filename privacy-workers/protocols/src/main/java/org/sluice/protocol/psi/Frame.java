package org.sluice.protocol.psi;

import java.nio.ByteBuffer;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;

/**
 * A kind of frame; the first byte of each frame is the code of its kind.
 *
 * @param name for the message to whoever sent another one
 * @param code 1 to 15 belong to what all techniques share, 16 to 126 to each technique for itself
 */
public record Frame(String name, int code) {

    static final Frame HELLO = new Frame("HELLO", 1);
    static final Frame SIZE = new Frame("SIZE", 2);
    static final Frame RESULT = new Frame("RESULT", 5);

    /** Bytes of a frame that are not content. */
    public static final int HEADER = 1;

    /** A frame of this kind that holds the parts end to end. */
    public byte[] of(byte[]... parts) {
        int length = HEADER;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer frame = ByteBuffer.allocate(length).put((byte) code);
        for (byte[] part : parts) {
            frame.put(part);
        }
        return frame.array();
    }

    /** A frame of this kind that holds some rows of a column, {@code from} (inclusive) to {@code to} (exclusive). */
    public byte[] of(Column column, int from, int to) {
        byte[] frame = new byte[HEADER + (to - from) * column.width()];
        frame[0] = (byte) code;
        column.copyRows(from, to, frame, HEADER);
        return frame;
    }

    /** The content of a frame that must be of this kind and hold exactly so many bytes; anything else is misbehaviour. */
    public ByteBuffer open(byte[] frame, int length) {
        if (frame.length == 0 || frame[0] != (byte) code) {
            throw new Misbehaviour("Another frame came where one of kind " + name + " was due");
        }
        if (frame.length != HEADER + length) {
            throw new Misbehaviour(
                    "A frame of kind " + name + " holds " + (frame.length - HEADER) + " bytes instead of " + length);
        }
        return ByteBuffer.wrap(frame, HEADER, length);
    }
}
