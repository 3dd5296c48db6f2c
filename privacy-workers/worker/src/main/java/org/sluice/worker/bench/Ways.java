package org.sluice.worker.bench;

import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Method;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Technique;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.ecdh.Cardinality;
import org.sluice.protocol.session.Session;

/** What runs over two sets. */
final class Ways {

    private Ways() {}

    static SetContest.Way intersection(Technique technique) {
        return new SetContest.Way() {
            @Override
            public Terms terms() {
                return anySize(technique.method(), Output.ONE_LEARNS);
            }

            @Override
            public int learn(Session session, ItemSet items) {
                return session.run(technique.learner(items)).count();
            }

            @Override
            public void respond(Session session, ItemSet items) {
                session.run(technique.responder(items));
            }
        };
    }

    static SetContest.Way number(Cardinality cardinality) {
        return new SetContest.Way() {
            @Override
            public Terms terms() {
                return anySize(cardinality.method(), Output.CARDINALITY);
            }

            @Override
            public int learn(Session session, ItemSet items) {
                return session.run(cardinality.learner(items)).common();
            }

            @Override
            public void respond(Session session, ItemSet items) {
                session.run(cardinality.responder(items));
            }
        };
    }

    private static Terms anySize(Method method, Output output) {
        return new Terms(method, output, new byte[Terms.SALT_LENGTH], 0, Terms.LARGEST_SET);
    }
}
