package org.sluice.rules.facts;

/** Why a firm that is no client may be scored. */
public enum OutsideAuthorization {
    NONE,
    OPERATION_AGREEMENT,
    FIRM_ON_PLATFORM,
    LAWFULLY_PUBLIC
}
