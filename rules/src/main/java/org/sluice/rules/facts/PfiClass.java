package org.sluice.rules.facts;

/** Classes of personal financial information; C3 is authentication data, biometrics among them. */
public enum PfiClass {
    NONE,
    C1,
    C2,
    C3
}
