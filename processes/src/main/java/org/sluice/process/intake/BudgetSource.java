package org.sluice.process.intake;

/** Whose budget pays. */
public enum BudgetSource {
    CENTRAL,
    LINE,
    BRANCH,
    NONE
}
