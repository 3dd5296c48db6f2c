package org.sluice.worker.bench;

import java.util.function.Function;
import org.sluice.protocol.Column;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Session;

/** Two sets of one size, of which the learner gets to know which elements, or how many, are common. */
record SetContest(String name, int usualSize, Function<Tools, Way> way, Ceiling ceiling) implements Contest {

    /** A protocol over two sets. */
    interface Way {

        /** Terms under which all sizes are good. */
        Terms terms();

        /** Runs as the learner, and says how many elements it found to be common. */
        int learn(Session session, ItemSet items);

        void respond(Session session, ItemSet items);
    }

    /** What the protocol cannot do without. */
    interface Ceiling {
        Limit of(Limits limits) throws InterruptedException;
    }

    @Override
    public Party prepare(Role role, int size, Tools tools) {
        Column elements = MadeUp.elements(role, size);
        Way chosen = way.apply(tools);
        Terms terms = chosen.terms();
        return line -> {
            ItemSet items = ItemSet.of(elements, terms);
            if (role == Role.RESPONDER) {
                chosen.respond(new Session(line, Session.Order.SECOND), items);
            } else {
                int found = chosen.learn(new Session(line, Session.Order.FIRST), items);
                if (found != MadeUp.common(size)) {
                    throw new IllegalStateException(name + " finds " + found + " of " + MadeUp.common(size));
                }
            }
        };
    }

    @Override
    public Limit limit(Limits limits) throws InterruptedException {
        return ceiling.of(limits);
    }
}
