package org.sluice.ui.story;

/** What a step of the guided story is done by. */
public enum Move {
    SEND_REQUIREMENT,
    TASK,
    PASS_TIME,
    RECORD_READING,
    START_EVALUATION,
    PROPOSE_BLACKLISTING
}
