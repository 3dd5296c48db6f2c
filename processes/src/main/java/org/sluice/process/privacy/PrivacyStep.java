package org.sluice.process.privacy;

/** What an order tells both parties to do. */
public enum PrivacyStep {
    /** Look whether the run is possible: versions, sizes, expected time and memory. Nothing is computed or sent. */
    PREFLIGHT,
    /** Compute; whoever may learn something keeps it sealed. */
    RUN,
    /** Open the sealed result to the party's own people. Nothing to do at a party that learned no rows. */
    RELEASE,
    /** Remove whatever is left of the job but its receipt. */
    PURGE
}
