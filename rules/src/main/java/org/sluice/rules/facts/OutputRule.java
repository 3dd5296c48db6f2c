package org.sluice.rules.facts;

/** What a job may put out, and nothing besides. */
public enum OutputRule {
    COUNT,
    SUM,
    /** Which rows are common, by numbers that mean nothing outside of the job: no released list. */
    ALIGNED_INDEX,
    MATCHED_ROWS,
    QUERY_ANSWER,
    STATISTIC,
    MODEL,
    SCORES
}
