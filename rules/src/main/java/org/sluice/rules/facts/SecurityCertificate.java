package org.sluice.rules.facts;

/** Whether the information security of a supplier was certified, and after what. */
public enum SecurityCertificate {
    NONE,
    ISO_27001,
    EQUIVALENT
}
