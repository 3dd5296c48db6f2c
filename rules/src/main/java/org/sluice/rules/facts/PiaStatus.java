package org.sluice.rules.facts;

/** How far the impact assessment is. */
public enum PiaStatus {
    NONE,
    DRAFT,
    SIGNED
}
