package org.sluice.process;

import java.util.Locale;

/**
 * The roles of the house, which are also the candidate groups of user tasks (domain glossary, section 2.1). A right is
 * always role x organisation unit.
 */
public enum Role {
    BUSINESS_REQUESTER,
    BUSINESS_OWNER,
    DATA_INTAKE,
    DATA_STEWARD,
    PROCUREMENT,
    SUPPLIER_REVIEWER,
    DATA_TESTER,
    LEGAL,
    COMPLIANCE,
    INFO_SECURITY,
    RISK_MGMT,
    FINANCE,
    PLATFORM_OPS,
    PRIVACY_ENGINEER,
    ADMISSION_COMMITTEE,
    EXEC_APPROVER,
    AUDIT,
    SUPPLIER_CONTACT,
    DATA_HEAD,
    PROCUREMENT_HEAD,
    PROCUREMENT_COMMITTEE,
    PRESIDENT_MEETING,
    CHIEF_COMPLIANCE_OFFICER,
    BRANCH_COMPLIANCE,
    /** Keeps people, units and accounts; decides nothing about data. Not in the domain table: a first person must exist. */
    ADMINISTRATOR;

    /** True for roles that work for one unit only; all others work at head office for the whole bank. */
    public boolean isBoundToUnit() {
        return this == BUSINESS_REQUESTER || this == BUSINESS_OWNER || this == BRANCH_COMPLIANCE;
    }

    /** True for the role of people who are not of the bank. */
    public boolean isExternal() {
        return this == SUPPLIER_CONTACT;
    }

    /** The role's id in lower case with hyphens, as the demo accounts are called. */
    public String accountName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
