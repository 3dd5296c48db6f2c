package org.sluice.rules.facts;

/** How a supplier is related to the bank. */
public enum RelatedParty {
    NONE,
    SHAREHOLDER,
    SUBSIDIARY,
    EMPLOYEE_RELATIVE
}
