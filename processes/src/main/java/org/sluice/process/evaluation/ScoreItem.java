package org.sluice.process.evaluation;

/** What a product in use is scored on, in reading order; the weights stand in the table {@code scorecard}. */
public enum ScoreItem {
    /** Points of a hundred above what the contract promises; negative below. */
    HIT_RATE(Dimension.QUALITY),
    ACCURACY(Dimension.QUALITY),
    FRESHNESS(Dimension.QUALITY),
    NULL_RATE(Dimension.QUALITY),
    STABILITY(Dimension.QUALITY),
    AVAILABILITY(Dimension.SERVICE),
    RESPONSE_TIME(Dimension.SERVICE),
    INCIDENT_HANDLING(Dimension.SERVICE),
    CHANGE_NOTICE(Dimension.SERVICE),
    DOCUMENTS(Dimension.COMPLIANCE),
    RECTIFICATIONS(Dimension.COMPLIANCE),
    DATA_INCIDENTS(Dimension.COMPLIANCE),
    /** The mean of what the units say about effect against plan, 1 to 5. */
    EFFECT(Dimension.EFFECT),
    /** How many business lines use it. */
    REUSE(Dimension.EFFECT),
    /** Price of a useful hit, as a multiple of what comparable products cost. */
    COST(Dimension.COST),
    BILLING(Dimension.COST);

    /** What an item belongs to. */
    public enum Dimension {
        QUALITY,
        SERVICE,
        COMPLIANCE,
        EFFECT,
        COST
    }

    private final Dimension dimension;

    ScoreItem(Dimension dimension) {
        this.dimension = dimension;
    }

    public Dimension dimension() {
        return dimension;
    }

    /** True for items that are told by a finding and not by a figure. */
    public boolean isFound() {
        return this == DOCUMENTS || this == RECTIFICATIONS || this == DATA_INCIDENTS;
    }
}
