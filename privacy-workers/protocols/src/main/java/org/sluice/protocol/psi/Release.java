package org.sluice.protocol.psi;

import java.nio.ByteBuffer;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.session.Turn;

/**
 * The learner tells the responder the number, where both agreed that both shall know it.
 *
 * <p>Runs as a session of its own over the same metered channel, <em>after</em> the session of the overlap has compared
 * its transcripts; the comparison at its end covers every frame from the very first. So no number computed from altered
 * frames is ever told. The responder has the learner's word for it: that the number fits the sizes is all it can check.
 */
public final class Release {

    private Release() {}

    /** The learner's side; confirms first. */
    public static Turn<Overlap> tell(Overlap overlap) {
        byte[] frame =
                Frame.RESULT.of(ByteBuffer.allocate(4).putInt(overlap.common()).array());
        return new Turn.Send<>(frame, () -> new Turn.Finished<>(overlap));
    }

    /** The responder's side, from its own point of view; confirms second. */
    public static Turn<Overlap> hear(Answered answered) {
        return new Turn.Receive<>(frame -> {
            int common = Frame.RESULT.open(frame, Integer.BYTES).getInt();
            if (common < 0 || common > Math.min(answered.own(), answered.peers())) {
                throw new Misbehaviour("The number told is not within the two sizes");
            }
            return new Turn.Finished<>(new Overlap(common, answered.own(), answered.peers()));
        });
    }
}
