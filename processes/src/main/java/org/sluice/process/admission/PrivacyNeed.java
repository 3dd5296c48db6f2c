package org.sluice.process.admission;

/** What is to be computed on data of several parties. */
public enum PrivacyNeed {
    LOOKUP,
    LOOKUP_HIDE_TARGET,
    OVERLAP,
    JOINT_STATISTIC,
    TRAIN,
    INFER,
    COMPLEX_OR_LARGE
}
