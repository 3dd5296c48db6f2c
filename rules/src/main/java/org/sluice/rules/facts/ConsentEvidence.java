package org.sluice.rules.facts;

/** The strongest evidence of consent on file. */
public enum ConsentEvidence {
    NONE,
    GENERAL,
    SEPARATE,
    WRITTEN
}
