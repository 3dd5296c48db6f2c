package org.sluice.intake;

import org.sluice.process.CaseId;

/**
 * The initiator has taken back a requirement that had been handed over. It is told in that transaction: a listener that
 * refuses undoes it.
 */
public record RequirementTakenBack(CaseId caseId, String number) {}
