package org.sluice.worker.bench;

import java.util.Arrays;
import org.sluice.protocol.Column;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.sum.Sum;
import org.sluice.protocol.psi.sum.Total;
import org.sluice.protocol.psi.sum.ValuedSet;
import org.sluice.protocol.session.Session;

/** Two sets of one size, of which the learner's have values; it gets to know their sum over what is common. */
record SumContest(String name, int usualSize) implements Contest {

    @Override
    public Party prepare(Role role, int size, Tools tools) {
        Column elements = MadeUp.elements(role, size);
        Sum sum = new Sum(Contests.curve25519(tools), tools.random());
        Terms terms = new Terms(sum.method(), Output.SUM, new byte[Terms.SALT_LENGTH], 0, Terms.LARGEST_SET);
        if (role == Role.RESPONDER) {
            return line -> new Session(line, Session.Order.SECOND).run(sum.responder(ItemSet.of(elements, terms)));
        }
        long[] values = values(size);
        long expected = Arrays.stream(values, size - MadeUp.common(size), size).sum();
        return line -> {
            Total total = new Session(line, Session.Order.FIRST)
                    .run(sum.learner(ValuedSet.of(elements, values, terms)))
                    .orElseThrow();
            if (total.overlap().common() != MadeUp.common(size) || total.sum() != expected) {
                throw new IllegalStateException(name + " finds another number or sum");
            }
        };
    }

    /** As large as they may be: all together come close to the bound. */
    private static long[] values(int size) {
        long[] values = new long[size];
        long most = (ValuedSet.BOUND - 1) / Math.max(1, size);
        Arrays.setAll(values, i -> i % 2 == 0 ? most : i % most);
        return values;
    }

    @Override
    public Limit limit(Limits limits) throws InterruptedException {
        return Contests.fourLadders(limits);
    }
}
