package org.sluice.protocol.psi.kkrt;

import java.util.function.UnaryOperator;
import org.sluice.protocol.session.Turn;

/**
 * A party that follows the protocol but for one frame, which it changes before it sends it.
 *
 * @param frame its number among all frames that the party sends
 */
record Deviation(int frame, UnaryOperator<byte[]> change) {

    static Deviation none() {
        return new Deviation(-1, frame -> frame);
    }

    <R> Turn<R> of(Turn<R> turn) {
        if (turn instanceof Turn.Send<R> send) {
            byte[] content = frame == 0 ? change.apply(send.frame().clone()) : send.frame();
            return new Turn.Send<>(content, () -> new Deviation(frame - 1, change)
                    .of(send.then().get()));
        }
        if (turn instanceof Turn.Receive<R> receive) {
            return new Turn.Receive<>(incoming -> of(receive.then().apply(incoming)));
        }
        if (turn instanceof Turn.Holding<R> holding) {
            return new Turn.Holding<>(holding.release(), of(holding.then()));
        }
        return turn;
    }
}
