package org.sluice.rules.facts;

/** When in the life of a privacy job its rules are asked; most of them apply at some of the stages only. */
public enum JobStage {
    /** Somebody asks for the job: nothing has been approved. */
    REQUEST,
    /** It is approved and about to be handed to the parties' workers. */
    BEFORE_RUN,
    /** Its result is held, and somebody wants to release it. */
    RELEASE
}
