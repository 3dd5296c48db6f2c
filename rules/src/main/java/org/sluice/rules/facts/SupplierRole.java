package org.sluice.rules.facts;

/** What the supplier is toward the persons in its data. */
public enum SupplierRole {
    INDEPENDENT_HANDLER,
    CREDIT_AGENCY,
    JOINT_HANDLER,
    PROCESSOR
}
