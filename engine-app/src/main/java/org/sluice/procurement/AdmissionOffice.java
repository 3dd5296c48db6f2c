package org.sluice.procurement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sluice.process.CaseId;

/** What procurement needs of the admissions. */
interface AdmissionOffice {

    /** Today or later, else empty. */
    Optional<LocalDate> supplierValidUntil(UUID supplier);

    UUID openSupplier(CaseId caseId, UUID supplier);

    UUID openProduct(CaseId caseId, UUID product);

    void cancel(CaseId caseId);
}
