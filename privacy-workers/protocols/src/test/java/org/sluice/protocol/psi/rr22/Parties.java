package org.sluice.protocol.psi.rr22;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Turn;
import org.sluice.protocol.vole.LpnCode;

/** Two parties: the learner has items 0 to 19, the responder 10 to 39, and each column of rows is one frame. */
final class Parties {

    static final int LEARNERS = 20;
    static final int RESPONDERS = 30;

    /** Where what both have stands at the learner. */
    static final List<Integer> COMMON = IntStream.range(10, LEARNERS).boxed().toList();

    /** Threads of this name are the parties' workshop. */
    static final String WORKSHOP = "workshop";

    /** They keep nobody alive. */
    static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, WORKSHOP);
        thread.setDaemon(true);
        return thread;
    });

    private final Rr22 technique;

    Parties(Rr22.Security security) {
        this.technique = technique(security, LpnCode.FAST);
    }

    static Rr22 technique(Rr22.Security security, LpnCode code) {
        return new Rr22(security, code, THREADS, 2, new SecureRandom());
    }

    static Terms terms(Rr22 technique) {
        return new Terms(technique.method(), Output.ONE_LEARNS, new byte[Terms.SALT_LENGTH], 0, 1000);
    }

    Turn<Intersection> learner() {
        return technique.learner(ItemSet.of(Samples.numbered(0, LEARNERS), terms(technique)));
    }

    Turn<Learned> responder() {
        return technique.responder(ItemSet.of(Samples.numbered(10, 10 + RESPONDERS), terms(technique)));
    }
}
