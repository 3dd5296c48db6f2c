package org.sluice.protocol.psi.ecdh;

import org.sluice.protocol.psi.Frame;

/** The kinds of frame of the protocols by Diffie-Hellman. */
final class Frames {

    static final Frame MASKED = new Frame("MASKED", 16);
    static final Frame TAGS = new Frame("TAGS", 17);

    private Frames() {}
}
