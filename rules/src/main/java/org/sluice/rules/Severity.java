package org.sluice.rules;

/** What a finding does to a case, from mild to grave. */
public enum Severity {
    /** Somebody takes note. */
    WARN,
    /** A person of the finding's review groups settles it. */
    MANUAL,
    /** The case ends, unless the finding may be waived and is. */
    REJECT
}
