package org.sluice.rules.facts;

/** Whether the sample test is due, not due, or done. */
public enum TestState {
    NOT_REQUIRED,
    PENDING,
    DONE
}
