package org.sluice.process.intake;

/** What a decision made with the data does to a customer (PIPL art. 24, 55). */
public enum DecisionImpact {
    NONE,
    MARKETING,
    LIMIT_OR_PRICE,
    ADMISSION_REJECT,
    LEGAL_DUTY
}
