package org.sluice.protocol.psi.rr22;

import java.util.List;
import java.util.function.UnaryOperator;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.session.Turn;

/** A party that keeps to the protocol but for what it sends; the transcripts of both sides agree all the same. */
final class Altered {

    private Altered() {}

    /** Changes all frames of one kind; gets copies. */
    static <R> Turn<R> frames(Turn<R> turn, Frame kind, UnaryOperator<byte[]> change) {
        return each(turn, frame -> frame[0] == (byte) kind.code() ? change.apply(frame.clone()) : frame);
    }

    /** Writes down the length of every frame that leaves. */
    static <R> Turn<R> noting(Turn<R> turn, List<Integer> lengths) {
        return each(turn, frame -> {
            lengths.add(frame.length);
            return frame;
        });
    }

    private static <R> Turn<R> each(Turn<R> turn, UnaryOperator<byte[]> change) {
        if (turn instanceof Turn.Send<R> send) {
            return new Turn.Send<>(
                    change.apply(send.frame()), () -> each(send.then().get(), change));
        }
        if (turn instanceof Turn.Receive<R> receive) {
            return new Turn.Receive<>(incoming -> each(receive.then().apply(incoming), change));
        }
        if (turn instanceof Turn.Holding<R> holding) {
            return new Turn.Holding<>(holding.release(), each(holding.then(), change));
        }
        return turn;
    }
}
