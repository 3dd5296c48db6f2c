package org.sluice.protocol.psi;

/** What a party of an intersection knows at the end. */
public sealed interface Learned permits Intersection, Answered {

    /** Distinct items of this party. */
    int own();

    /** Distinct items of its peer. */
    int peers();
}
