package org.sluice.process.admission;

/** Whether a field stands for one subject or for many. */
public enum Granularity {
    RECORD,
    AGGREGATE
}
