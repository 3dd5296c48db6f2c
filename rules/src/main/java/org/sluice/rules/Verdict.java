package org.sluice.rules;

/** The outcome of an evaluation: its worst finding, or that there is none. */
public enum Verdict {
    PASS,
    WARN,
    MANUAL,
    REJECT
}
