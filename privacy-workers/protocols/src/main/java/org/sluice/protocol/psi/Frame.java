package org.sluice.protocol.psi;

import java.nio.ByteBuffer;
import org.sluice.protocol.Misbehaviour;

/** The kinds of frame; the first byte of each frame names its kind. */
enum Frame {
    HELLO(1),
    SIZE(2),
    MASKED(3),
    TAGS(4),
    RESULT(5);

    private final byte code;

    Frame(int code) {
        this.code = (byte) code;
    }

    byte[] of(byte[]... parts) {
        int length = 1;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer frame = ByteBuffer.allocate(length).put(code);
        for (byte[] part : parts) {
            frame.put(part);
        }
        return frame.array();
    }

    /** The content of a frame that must be of this kind and hold exactly so many bytes. */
    ByteBuffer open(byte[] frame, int length) {
        if (frame.length == 0 || frame[0] != code) {
            throw new Misbehaviour("Another frame came where one of kind " + this + " was due");
        }
        if (frame.length != 1 + length) {
            throw new Misbehaviour(
                    "A frame of kind " + this + " holds " + (frame.length - 1) + " bytes instead of " + length);
        }
        return ByteBuffer.wrap(frame, 1, length);
    }
}
