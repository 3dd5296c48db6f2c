package org.sluice.process.exit;

/** Why a product leaves use (domain section 2.7). */
public enum ExitTrigger {
    /** The contract ends and is not renewed. */
    CONTRACT_END,
    GRADE_D,
    /** What was to be rectified was not. */
    RECTIFICATION_FAILED,
    SOURCE_UNLAWFUL,
    SOURCE_OFFLINE,
    LICENCE_LAPSE,
    AUTHORIZATION_LAPSE,
    COST_BENEFIT,
    IDLE,
    SECURITY_INCIDENT,
    SUPPLIER_BLACKLISTED,
    BANKRUPTCY,
    REPLACED_IN_HOUSE
}
