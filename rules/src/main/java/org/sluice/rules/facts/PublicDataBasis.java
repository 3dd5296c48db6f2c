package org.sluice.rules.facts;

/** On what basis public data may be had. */
public enum PublicDataBasis {
    NONE,
    AUTHORIZED_OPERATION,
    GOV_SHARING,
    OPEN_DATA
}
