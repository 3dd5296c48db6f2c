package org.sluice.process.access;

import org.sluice.process.intake.DecisionImpact;

/** For what data is used; a grant holds for one purpose and for no other (PIPL art. 14). */
public enum Purpose {
    CREDIT_ADMISSION,
    CREDIT_LIMIT,
    RISK_MONITORING,
    MARKETING,
    LEGAL_DUTY,
    INTERNAL_ANALYSIS;

    /** The purpose of a scenario whose decisions do this to a customer. */
    public static Purpose of(DecisionImpact impact) {
        return switch (impact) {
            case ADMISSION_REJECT -> CREDIT_ADMISSION;
            case LIMIT_OR_PRICE -> CREDIT_LIMIT;
            case MARKETING -> MARKETING;
            case LEGAL_DUTY -> LEGAL_DUTY;
            case NONE -> INTERNAL_ANALYSIS;
        };
    }
}
