package org.sluice.process.intake;

/** The conclusion of a feasibility note. */
public enum Feasibility {
    PROCEED,
    BUILD_IN_HOUSE,
    NOT_FEASIBLE
}
