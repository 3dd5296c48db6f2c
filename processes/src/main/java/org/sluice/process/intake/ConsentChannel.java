package org.sluice.process.intake;

/** Where the person's consent is taken. */
public enum ConsentChannel {
    PAPER,
    APP,
    COUNTER_TABLET,
    THIRD_PARTY_PLATFORM,
    NONE
}
