package org.sluice.shared;

import org.sluice.process.CaseId;

/** The people of an open task of this case are asked again to do it. Published in the transaction that decides so. */
public record TaskReminded(CaseId caseId, String taskKey) {}
