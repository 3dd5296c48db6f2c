package org.sluice.worker.orders;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;

/**
 * How both sides come to the same end, whichever is killed: the responder seals what it has learned and says so, then
 * the learner keeps the end and says so, then the responder keeps it. Before the learner has kept it nobody has an end,
 * and the step is begun again; afterwards the learner tells it whenever the responder asks. Three frames of one byte.
 */
final class Handover {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    private static final byte SEALED = 0x50;
    private static final byte KEPT = 0x51;
    private static final byte HEARD = 0x52;

    private Handover() {}

    /** @param keep keeps the learner's end */
    static void learner(Channel line, Runnable keep) {
        expect(line, SEALED);
        keep.run();
        try {
            send(line, KEPT);
            expect(line, HEARD);
        } catch (ChannelClosed | Misbehaviour unheard) {
            LOG.info("The peer has not confirmed, and may ask for the end: {}", unheard.getMessage());
        }
    }

    /** After the responder has sealed what it has learned; when this returns, it may keep the end. */
    static void responder(Channel line) {
        send(line, SEALED);
        expect(line, KEPT);
        try {
            send(line, HEARD);
        } catch (ChannelClosed gone) {
            LOG.debug("The learner hung up first");
        }
    }

    private static void send(Channel line, byte kind) {
        line.send(new byte[] {kind});
    }

    private static void expect(Channel line, byte kind) {
        byte[] frame = line.receive();
        if (frame.length != 1 || frame[0] != kind) {
            throw new Misbehaviour("The peer sends something else than the next word of the handover");
        }
    }
}
