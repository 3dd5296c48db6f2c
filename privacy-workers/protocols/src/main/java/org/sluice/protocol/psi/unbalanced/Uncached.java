package org.sluice.protocol.psi.unbalanced;

import java.security.SecureRandom;
import org.sluice.protocol.Cores;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Method;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Technique;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.Traffic;
import org.sluice.protocol.session.Turn;

/**
 * The same in one run: the responder draws a key for it, masks its whole set, and sends all masks. Nothing is kept, no run
 * knows of another, and the responder's work is that of the offline part.
 */
public final class Uncached implements Technique {

    private final ListFunction function;
    private final Cores cores;
    private final SecureRandom random;
    private final Unbalanced unbalanced;

    public Uncached(ListFunction function, Cores cores, SecureRandom random) {
        this.function = function;
        this.cores = cores;
        this.random = random;
        this.unbalanced = new Unbalanced("unbalanced-uncached/v1", function, cores, random, (step, rows, total) -> {});
    }

    @Override
    public Method method() {
        return unbalanced.method();
    }

    @Override
    public boolean offers(Output output) {
        return output == Output.ONE_LEARNS;
    }

    @Override
    public Turn<Intersection> learner(ItemSet items) {
        return unbalanced.learner(items, null, Found::intersection);
    }

    @Override
    public Turn<Learned> responder(ItemSet items) {
        Terms terms = checked(items);
        ListKey key = function.key(function.draw(random));
        return new Turn.Holding<>(key::destroy, unbalanced.responder(items.count(), terms, peers -> {
            int width = Following.width(peers, items.count());
            return MaskedList.of(items, function, key, width, 0, cores);
        }));
    }

    @Override
    public Traffic traffic(int learners, int responders, Terms terms) {
        return unbalanced.traffic(learners, Following.width(learners, responders), 0, responders, terms);
    }
}
