package org.sluice.rules.facts;

/** By which technique a privacy job computes; named as the table {@code privacyTechnique} answers. */
public enum JobTechnique {
    PSI,
    MULTI_PSI,
    PIR,
    MPC,
    FL_VERTICAL,
    FL_INFERENCE,
    FL_BATCH,
    TEE
}
