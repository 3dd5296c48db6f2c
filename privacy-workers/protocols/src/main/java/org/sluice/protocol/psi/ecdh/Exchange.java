package org.sluice.protocol.psi.ecdh;

import java.security.SecureRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.sluice.protocol.Column;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Opening;
import org.sluice.protocol.psi.Rows;
import org.sluice.protocol.session.Turn;

/**
 * What both parties of every protocol by Diffie-Hellman do first: each masks its items and sends them in a random order,
 * and begins to mask what it receives a second time.
 *
 * <p>Frames go alternately, one out and one in, so that the line cannot fill up in both directions.
 */
public final class Exchange {

    static final Frame MASKED = new Frame("MASKED", 16);
    static final Frame TAGS = new Frame("TAGS", 17);

    private final Masking masking;
    private final ItemSet items;
    private final int width;
    private final int rowsPerFrame;

    public Exchange(Masking masking, ItemSet items, int width) {
        this.masking = masking;
        this.items = items;
        this.width = width;
        this.rowsPerFrame = items.terms().rowsPerFrame();
    }

    /** Leads on with the peer's size when all frames have gone both ways; second masks may still be under way. */
    public <R> Turn<R> start(Opening.Side side, SecureRandom random, IntFunction<Turn<R>> then) {
        return new Turn.Holding<>(
                masking::end, new Opening(items.terms(), side).exchange(items.count(), random, peers -> {
                            masking.begin(peers);
                            return send(0, peers, () -> then.apply(peers));
                        }));
    }

    private <R> Turn<R> send(int frame, int peers, Supplier<Turn<R>> then) {
        if (frame >= masking.frames()) {
            return receive(frame, peers, then);
        }
        Column rows = masking.frame(frame);
        return new Turn.Send<>(MASKED.of(rows, 0, rows.count()), () -> receive(frame, peers, then));
    }

    private <R> Turn<R> receive(int frame, int peers, Supplier<Turn<R>> then) {
        long left = peers - (long) frame * rowsPerFrame;
        if (left <= 0) {
            return frame < masking.frames() ? send(frame + 1, peers, then) : then.get();
        }
        byte[] rows = new byte[(int) Math.min(left, rowsPerFrame) * width];
        return new Turn.Receive<>(incoming -> {
            MASKED.open(incoming, rows.length).get(rows);
            masking.add(Column.owning(rows, width));
            return send(frame + 1, peers, then);
        });
    }

    /** The rows of tags that follow. */
    public Rows tags() {
        return new Rows(TAGS, rowsPerFrame);
    }
}
