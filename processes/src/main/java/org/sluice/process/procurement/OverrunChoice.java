package org.sluice.process.procurement;

/** What finance does with an offer beyond the reserved budget. */
public enum OverrunChoice {
    RAISE,
    NEGOTIATE,
    REFUSE
}
