package org.sluice.process.privacy;

/** What comes out of a privacy job, and at whom. */
public enum PrivacyOutput {
    /** The bank learns which of its own identifiers the partner holds too. */
    BANK_LEARNS,
    /** Each learns which of its own identifiers the other holds too. */
    BOTH_LEARN,
    /** Both learn how many identifiers they have in common, and no list. */
    NUMBER_ONLY,
    /** Both learn how many, and the bank what its own values of these add up to; no list, and nothing of too few. */
    SUM;

    /** Whether rows stand somewhere afterwards, which can be released. */
    public boolean hasRows() {
        return this == BANK_LEARNS || this == BOTH_LEARN;
    }

    /** Whether the learner holds something sealed until its release. */
    public boolean isHeldByLearner() {
        return this != NUMBER_ONLY;
    }
}
