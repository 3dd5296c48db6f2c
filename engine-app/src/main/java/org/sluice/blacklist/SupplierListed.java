package org.sluice.blacklist;

import java.time.LocalDate;
import java.util.UUID;
import org.sluice.process.CaseId;

/**
 * A supplier has been put on the blacklist: whatever is under way with it stops.
 *
 * @param entry the case that put it there
 * @param until the last day; of a permanent entry the end of its hundred years
 */
public record SupplierListed(UUID supplier, CaseId entry, LocalDate until) {}
