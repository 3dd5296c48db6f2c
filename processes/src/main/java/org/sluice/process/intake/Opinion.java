package org.sluice.process.intake;

/** A reviewer's opinion: it advises, the feasibility note decides. */
public enum Opinion {
    SUPPORT,
    SUPPORT_WITH_CONDITION,
    OBJECT
}
