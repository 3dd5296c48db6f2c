package org.sluice.process;

/** What a case is about. Its number begins with a prefix of its own: REQ, EVA, EXI, BLK, USE, PRV. */
public enum CaseKind {
    REQUIREMENT,
    EVALUATION,
    EXIT,
    BLACKLIST,
    USAGE,
    PRIVACY_JOB
}
