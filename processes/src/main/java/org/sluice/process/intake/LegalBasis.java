package org.sluice.process.intake;

/** The seven legal bases of PIPL art. 13. */
public enum LegalBasis {
    CONSENT,
    CONTRACT_OR_HR,
    STATUTORY_DUTY,
    EMERGENCY,
    NEWS,
    LAWFULLY_PUBLIC,
    OTHER_LAW
}
