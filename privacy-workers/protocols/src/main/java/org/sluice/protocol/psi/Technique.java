package org.sluice.protocol.psi;

import org.sluice.protocol.session.Turn;

/**
 * One way to compute the intersection of two sets. All ways give equal results; they differ in time, bytes, assumptions
 * and security model, which the package of each states.
 *
 * <p>Chance comes in through the constructor. Each call of {@link #learner} or {@link #responder} begins a run with
 * secrets of its own: a run that broke off starts there again. Item sets must have been made under terms that name this
 * {@link #method} and an output that {@link #offers} allows; others are refused with {@link IllegalArgumentException}.
 *
 * <p>Lengths depend on nothing but the two sizes and the terms, never on what is common.
 */
public interface Technique {

    /** What the terms of a run by this technique must name. */
    Method method();

    /** {@link Output#ONE_LEARNS} is offered by all. */
    boolean offers(Output output);

    /** The party that learns which of its items are common. Confirms first (see the session's order). */
    Turn<Intersection> learner(ItemSet items);

    /**
     * The party that answers; confirms second. Ends in an {@link Answered} under {@link Output#ONE_LEARNS}, in an
     * {@link Intersection} under {@link Output#BOTH_LEARN}.
     */
    Turn<Learned> responder(ItemSet items);

    /** What exactly goes over the line for these numbers of distinct items. */
    Traffic traffic(int learners, int responders, Terms terms);

    /** The items' terms, if they are terms of this technique. */
    default Terms checked(ItemSet items) {
        Terms terms = items.terms();
        if (!terms.method().equals(method()) || !offers(terms.output())) {
            throw new IllegalArgumentException(
                    "Terms for " + terms.method() + " and " + terms.output() + " are none for " + method());
        }
        return terms;
    }
}
