package org.sluice.process.intake;

/** The states of a requirement (domain section 2.8). */
public enum RequirementState {
    DRAFT,
    SUBMITTED,
    TRIAGED,
    MERGED,
    APPROVED,
    REJECTED,
    SOURCING,
    FULFILLED,
    CLOSED,
    WITHDRAWN
}
