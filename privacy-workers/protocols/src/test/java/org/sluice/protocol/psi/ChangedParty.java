package org.sluice.protocol.psi;

import java.util.function.UnaryOperator;
import org.sluice.protocol.session.Turn;

/** An honest party but for one frame: what a peer itself sends wrong, which no comparison of transcripts can show. */
public final class ChangedParty {

    private ChangedParty() {}

    /** The same party, but the frame that it sends as its number {@code frame}, from 0, leaves it changed. */
    public static <R> Turn<R> of(Turn<R> turn, int frame, UnaryOperator<byte[]> change) {
        if (turn instanceof Turn.Send<R> send) {
            byte[] content = frame == 0 ? change.apply(send.frame().clone()) : send.frame();
            return new Turn.Send<>(content, () -> of(send.then().get(), frame - 1, change));
        }
        if (turn instanceof Turn.Receive<R> receive) {
            return new Turn.Receive<>(incoming -> of(receive.then().apply(incoming), frame, change));
        }
        if (turn instanceof Turn.Holding<R> holding) {
            return new Turn.Holding<>(holding.release(), of(holding.then(), frame, change));
        }
        return turn;
    }
}
