package org.sluice.process.evaluation;

/** What the table {@code renewal} proposes, and what the head of data management decides. */
public enum RenewalOutcome {
    RENEW_LONG(Way.RENEW),
    RENEW_YEAR(Way.RENEW),
    RENEGOTIATE(Way.RENEW),
    KEEP_STANDBY_AND_DRILL(Way.RENEW),
    RENEW_SHORT_WITH_RECTIFICATION(Way.RECTIFY),
    /** It stays in use until a replacement is found: that search is what an exit does. */
    EXTEND_AND_REPLACE(Way.EXIT),
    EXIT_REVIEW_IDLE(Way.EXIT),
    EXIT(Way.EXIT),
    EXIT_URGENT(Way.EXIT),
    EVALUATE_FIRST(Way.LATER);

    /** Where a case goes on. */
    public enum Way {
        RENEW,
        RECTIFY,
        EXIT,
        LATER
    }

    private final Way way;

    RenewalOutcome(Way way) {
        this.way = way;
    }

    public Way way() {
        return way;
    }
}
