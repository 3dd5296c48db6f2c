package org.sluice.process.evaluation;

/** What a product in use is scored on, in reading order; the weights stand in the table {@code scorecard}. */
public enum ScoreItem {
    /** Points of a hundred above what the contract promises; negative below. */
    HIT_RATE(Dimension.QUALITY, -100, 100),
    ACCURACY(Dimension.QUALITY, 0, 100),
    FRESHNESS(Dimension.QUALITY, 0, 100),
    NULL_RATE(Dimension.QUALITY, 0, 100),
    STABILITY(Dimension.QUALITY, 0, Bounds.MANY),
    AVAILABILITY(Dimension.SERVICE, 0, 100),
    RESPONSE_TIME(Dimension.SERVICE, 0, Bounds.MANY),
    INCIDENT_HANDLING(Dimension.SERVICE, 0, Bounds.MANY),
    CHANGE_NOTICE(Dimension.SERVICE, -Bounds.MANY, Bounds.MANY),
    DOCUMENTS(Dimension.COMPLIANCE, 0, Bounds.MANY),
    RECTIFICATIONS(Dimension.COMPLIANCE, 0, Bounds.MANY),
    DATA_INCIDENTS(Dimension.COMPLIANCE, 0, Bounds.MANY),
    /** The mean of what the units say about effect against plan, 1 to 5. */
    EFFECT(Dimension.EFFECT, 1, 5),
    /** How many business lines use it. */
    REUSE(Dimension.EFFECT, 0, Bounds.MANY),
    /** Price of a useful hit, as a multiple of what comparable products cost. */
    COST(Dimension.COST, 0, Bounds.MANY),
    BILLING(Dimension.COST, 0, Bounds.MANY);

    /** What an item belongs to. */
    public enum Dimension {
        QUALITY,
        SERVICE,
        COMPLIANCE,
        EFFECT,
        COST
    }

    /** What a constant of this type may refer to before the type is there. */
    private static final class Bounds {
        /** No bound of its own: more than anything that is counted here. */
        static final int MANY = 999_999;
    }

    private final Dimension dimension;
    private final int least;
    private final int most;

    ScoreItem(Dimension dimension, int least, int most) {
        this.dimension = dimension;
        this.least = least;
        this.most = most;
    }

    /** The least figure that there can be, in the item's own unit. */
    public int least() {
        return least;
    }

    /** The greatest figure that there can be, in the item's own unit. */
    public int most() {
        return most;
    }

    public Dimension dimension() {
        return dimension;
    }

    /** True for items that are told by a finding and not by a figure. */
    public boolean isFound() {
        return this == DOCUMENTS || this == RECTIFICATIONS || this == DATA_INCIDENTS;
    }
}
