package org.sluice.rules.facts;

/** What the parties want to get out of a job; an input of the table {@code cryptoSuite}. */
public enum WantedOutput {
    /** One side gets to know which of its own items are common. */
    ONE_SIDE,
    /** Both sides get to know which of their own items are common. */
    BOTH_SIDES,
    COUNT,
    SUM,
    HIDDEN_QUERY
}
