package org.sluice.rules.facts;

/** Whether a field stands for one subject or for many. */
public enum Granularity {
    RECORD,
    AGGREGATE
}
