package org.sluice.protocol.psi;

/** What a run is for: part of the terms, so that nobody learns more than both agreed on. */
public enum Output {
    /** The learner gets to know which of its own items are common; the responder the sizes alone. */
    ONE_LEARNS,
    /** Each side gets to know which of its own items are common. */
    BOTH_LEARN,
    /** The learner gets to know how many items are common. */
    CARDINALITY,
    /**
     * The learner gets to know how many items are common, and the sum of the values that belong to them; of fewer items than
     * the method names, only that they are fewer.
     */
    SUM
}
