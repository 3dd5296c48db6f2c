package org.sluice.worker.bench;

import java.util.Map;
import java.util.function.Function;
import org.sluice.protocol.Column;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Technique;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Session;

/** Two sets of one size, of which the learner gets to know which of its own elements are common. */
record IntersectionContest(String name, int usualSize, Function<Tools, Technique> technique, Ceiling ceiling)
        implements Contest {

    /** What the technique cannot do without. */
    interface Ceiling {
        Limit of(int size, long bytes, Limits limits) throws InterruptedException;
    }

    @Override
    public Party prepare(Role role, int size, Tools tools) {
        Column elements = MadeUp.elements(role, size);
        Technique way = technique.apply(tools);
        Terms terms = new Terms(way.method(), Output.ONE_LEARNS, new byte[Terms.SALT_LENGTH], 0, Terms.LARGEST_SET);
        return line -> {
            ItemSet items = ItemSet.of(elements, terms);
            if (role == Role.RESPONDER) {
                new Session(line, Session.Order.SECOND).run(way.responder(items));
            } else {
                int found = new Session(line, Session.Order.FIRST)
                        .run(way.learner(items))
                        .count();
                if (found != MadeUp.common(size)) {
                    throw new IllegalStateException(name + " finds " + found + " of " + MadeUp.common(size));
                }
            }
            return Map.of();
        };
    }

    @Override
    public Limit limit(int size, long bytes, Limits limits) throws InterruptedException {
        return ceiling.of(size, bytes, limits);
    }
}
