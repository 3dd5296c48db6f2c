package org.sluice.blacklist;

import java.time.LocalDate;
import java.util.UUID;
import org.sluice.process.CaseId;

/**
 * While its case is open, nothing new is ordered from the supplier.
 *
 * @param until the day on which the suspension ends by itself, unless the case ends before
 */
public record SupplierSuspended(UUID supplier, CaseId entry, LocalDate until) {}
