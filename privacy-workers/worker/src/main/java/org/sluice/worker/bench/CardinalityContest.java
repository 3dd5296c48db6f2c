package org.sluice.worker.bench;

import java.util.Map;
import java.util.function.Function;
import org.sluice.protocol.Column;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.ecdh.Cardinality;
import org.sluice.protocol.session.Session;

/** Two sets of one size, of which the learner gets to know how many elements are common. */
record CardinalityContest(String name, int usualSize, Function<Tools, DiffieHellmanGroup> group) implements Contest {

    @Override
    public Party prepare(Role role, int size, Tools tools) {
        Column elements = MadeUp.elements(role, size);
        Cardinality way = new Cardinality(group.apply(tools), tools.random());
        Terms terms = new Terms(way.method(), Output.CARDINALITY, new byte[Terms.SALT_LENGTH], 0, Terms.LARGEST_SET);
        return line -> {
            ItemSet items = ItemSet.of(elements, terms);
            if (role == Role.RESPONDER) {
                new Session(line, Session.Order.SECOND).run(way.responder(items));
            } else {
                int found = new Session(line, Session.Order.FIRST)
                        .run(way.learner(items))
                        .common();
                if (found != MadeUp.common(size)) {
                    throw new IllegalStateException(name + " counts " + found + " of " + MadeUp.common(size));
                }
            }
            return Map.of();
        };
    }

    @Override
    public Limit limit(int size, long bytes, Limits limits) throws InterruptedException {
        return Contests.fourLadders(limits);
    }
}
