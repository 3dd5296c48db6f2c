package org.sluice.rules.facts;

/** What the register says; {@code MOVED} is registered elsewhere and exists. */
public enum RegistrationStatus {
    EXISTING,
    MOVED,
    REVOKED,
    CANCELLED,
    NOT_REGISTERED
}
