package org.sluice.process.intake;

/** Whom the data is about; a self-employed business counts as a person for personal information. */
public enum SubjectType {
    ENTERPRISE,
    SELF_EMPLOYED,
    PERSON,
    BOTH,
    NONE
}
