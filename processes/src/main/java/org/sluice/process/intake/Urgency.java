package org.sluice.process.intake;

/** How soon a requirement must be served; URGENT needs a reason. */
public enum Urgency {
    NORMAL,
    URGENT,
    REGULATORY
}
