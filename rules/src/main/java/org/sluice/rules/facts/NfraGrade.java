package org.sluice.rules.facts;

/** The four grades of the financial supervisor. */
public enum NfraGrade {
    CORE,
    IMPORTANT,
    SENSITIVE_GENERAL,
    OTHER_GENERAL
}
