package org.sluice.process.procurement;

/** What procurement does with an approved requirement. */
public enum SourcingChoice {
    PROCEED,
    JOIN,
    GIVE_UP
}
