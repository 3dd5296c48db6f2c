package org.sluice.rules.facts;

/** Where data are stored, seen from mainland China. */
public enum ServerLocation {
    MAINLAND,
    OFFSHORE
}
