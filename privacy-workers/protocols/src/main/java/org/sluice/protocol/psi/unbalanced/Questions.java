package org.sluice.protocol.psi.unbalanced;

import java.security.SecureRandom;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.oprf.Blinder;
import org.sluice.protocol.oprf.Blinding;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Turn;

/**
 * A client's items on their way through the server's hands: a batch out, its answer in. Blinded items are uniform and
 * independent of what they hide, so their order, that of the items' hashes, tells nothing.
 */
final class Questions {

    /** What a batch of RFC 9497 holds at most. */
    private static final int MOST = 65_535;

    private final ListFunction function;
    private final ItemSet items;
    private final Blinder blinder;
    private final byte[] tags;
    private final int width;
    private final Cores cores;
    private final SecureRandom random;
    private final IntConsumer progress;

    /** @param progress hears after each batch how many items have their masks */
    Questions(
            ListFunction function, ItemSet items, Masks masks, Cores cores, SecureRandom random, IntConsumer progress) {
        this.function = function;
        this.items = items;
        this.blinder = function.client(masks.publicKey());
        this.width = masks.width();
        this.tags = new byte[Math.multiplyExact(items.count(), width)];
        this.cores = cores;
        this.random = random;
        this.progress = progress;
    }

    /** Items in a batch, which is a frame each way. */
    static int batch(Terms terms) {
        return Math.min(MOST, terms.rowsPerFrame());
    }

    /** Leads on with the items' masks, in the order of the items' hashes. */
    <R> Turn<R> ask(Frame question, Frame answer, Function<Column, Turn<R>> then) {
        return askFrom(0, question, answer, then);
    }

    private <R> Turn<R> askFrom(int from, Frame question, Frame answer, Function<Column, Turn<R>> then) {
        if (from == items.count()) {
            return then.apply(Column.owning(tags, width));
        }
        int to = Math.min(from + batch(items.terms()), items.count());
        Blinding blinding = blinder.blind(MaskedList.rows(items.hashes().slice(from, to)), random, cores);
        return new Turn.Send<>(
                question.of(blinding.request()),
                () -> new Turn.Receive<>(frame -> {
                    byte[] evaluated = new byte[(to - from) * function.elementLength() + function.proofLength()];
                    answer.open(frame, evaluated.length).get(evaluated);
                    MaskedList.cut(blinding.open(evaluated, cores), width, tags, from);
                    progress.accept(to);
                    return askFrom(to, question, answer, then);
                }));
    }
}
