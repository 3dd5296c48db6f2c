package org.sluice.rules.facts;

/** On what footing personal information passes between supplier and bank. */
public enum ProcessingMode {
    ENTRUST,
    JOINT,
    PROVIDE
}
