package org.sluice.process.access;

/** What the requester can show of the consent of those whom the data is about. */
public enum ConsentProof {
    /** Nothing: no consent is the basis, or none is on file. */
    NONE,
    GENERAL,
    /** For the bank as receiver, or for this sensitive use (PIPL art. 23, 29). */
    SEPARATE,
    WRITTEN
}
