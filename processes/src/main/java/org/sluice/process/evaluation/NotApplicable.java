package org.sluice.process.evaluation;

/** Why an item leaves the divisor. */
public enum NotApplicable {
    NO_READING,
    NO_PROMISE,
    NO_INCIDENT_TO_HANDLE,
    NO_CHANGE,
    NO_RATING,
    FREE_OF_CHARGE,
    NO_COMPARISON
}
