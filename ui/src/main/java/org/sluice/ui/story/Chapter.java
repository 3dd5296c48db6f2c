package org.sluice.ui.story;

/** The parts of the guided story in their order. */
public enum Chapter {
    WISH,
    INTAKE,
    OFFERS,
    REFUSAL,
    ADMISSION,
    TEST,
    CONTRACT,
    QUARTER,
    GRADE,
    RECTIFICATION,
    EXIT,
    BLACKLIST
}
