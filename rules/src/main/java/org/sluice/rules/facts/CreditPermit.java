package org.sluice.rules.facts;

/** What lets a body deal in credit information: a filing for firms, a licence for persons. */
public enum CreditPermit {
    ENTERPRISE_FILED,
    PERSONAL_LICENSED
}
