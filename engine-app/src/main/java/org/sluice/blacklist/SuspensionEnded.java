package org.sluice.blacklist;

import java.util.UUID;
import org.sluice.process.CaseId;

/** The supplier is again what it was before it was suspended, unless it is on the blacklist now. */
public record SuspensionEnded(UUID supplier, CaseId entry) {}
