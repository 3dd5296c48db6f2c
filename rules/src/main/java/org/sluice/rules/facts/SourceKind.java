package org.sluice.rules.facts;

/** How the bank comes by the data. */
public enum SourceKind {
    PURCHASE,
    GOV_SHARING,
    OPEN_DATA
}
