package org.sluice.protocol.psi.rr22;

import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import org.sluice.protocol.okvs.Shape;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Method;
import org.sluice.protocol.psi.Opening;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Technique;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.Traffic;
import org.sluice.protocol.session.Turn;
import org.sluice.protocol.vole.LpnCode;

/** Set intersection by an encoded set under a vector OLE; semi-honest or malicious. */
public final class Rr22 implements Technique {

    /** What is taken to be the worst of a peer. */
    public enum Security {
        /** It follows the protocol. */
        SEMI_HONEST("rr22/v1"),
        /** It does anything. */
        MALICIOUS("rr22-malicious/v1");

        private final String technique;

        Security(String technique) {
            this.technique = technique;
        }
    }

    private final Security security;
    private final LpnCode code;
    private final Workshop workshop;
    private final SecureRandom random;

    /**
     * Sets the variant.
     *
     * @param threads a thread for each core; work goes on in them while a party waits for its peer
     * @param cores how many there are
     */
    public Rr22(Security security, LpnCode code, ExecutorService threads, int cores, SecureRandom random) {
        this.security = security;
        this.code = code;
        this.workshop = new Workshop(threads, cores);
        this.random = random;
    }

    @Override
    public Method method() {
        return new Method(security.technique, "gf2-128/w3/" + code.suite());
    }

    @Override
    public boolean offers(Output output) {
        return output == Output.ONE_LEARNS;
    }

    @Override
    public Turn<Intersection> learner(ItemSet items) {
        Terms terms = checked(items);
        return new Opening(terms, Opening.Side.LEARNER).exchange(items.count(), random, peers -> {
            if (items.count() == 0 || peers == 0) {
                return new Turn.Finished<>(items.intersection(new int[0], peers));
            }
            return new Learner(plan(items.count(), peers, terms), items, workshop, random).start();
        });
    }

    @Override
    public Turn<Learned> responder(ItemSet items) {
        Terms terms = checked(items);
        return new Opening(terms, Opening.Side.RESPONDER).exchange(items.count(), random, peers -> {
            if (items.count() == 0 || peers == 0) {
                return new Turn.Finished<>(new Answered(items.count(), peers));
            }
            return new Responder(plan(peers, items.count(), terms), items, workshop, random).start();
        });
    }

    @Override
    public Traffic traffic(int learners, int responders, Terms terms) {
        return learners == 0 || responders == 0
                ? new Traffic(Opening.BYTES, Opening.BYTES)
                : plan(learners, responders, terms).traffic();
    }

    private Plan plan(int learners, int responders, Terms terms) {
        return new Plan(security == Security.MALICIOUS, code, Shape.forKeys(learners), learners, responders, terms);
    }
}
