package org.sluice.admission;

/** What is admitted; a case has at most one open admission of each kind. */
public enum AdmissionKind {
    SUPPLIER,
    PRODUCT
}
