package org.sluice.privacy;

import org.sluice.process.CaseId;

/** Something about a privacy job is not as it was; told after the commit to whoever looks at it. */
record PrivacyJobMoved(CaseId caseId) {}
