package org.sluice.process.intake;

/** What finance does when a budget line cannot bear a requirement. */
public enum ShortfallChoice {
    RESERVE_ELSEWHERE,
    NEXT_QUARTER,
    REFUSE
}
