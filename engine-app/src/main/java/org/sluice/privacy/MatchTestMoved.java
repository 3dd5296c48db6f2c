package org.sluice.privacy;

import org.sluice.process.CaseId;

/** Something about a case's match tests is not as it was; told after the commit to whoever looks at them. */
record MatchTestMoved(CaseId caseId) {}
