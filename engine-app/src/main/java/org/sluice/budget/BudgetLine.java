package org.sluice.budget;

import org.sluice.process.LocalText;
import org.sluice.process.Money;

/** A budget line with what it can still bear. */
public record BudgetLine(String code, LocalText name, Money appropriated, Money available, Money preCommitted) {}
