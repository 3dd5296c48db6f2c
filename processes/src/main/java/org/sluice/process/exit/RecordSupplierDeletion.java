package org.sluice.process.exit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * What the supplier says of the bank's data that it held.
 *
 * @param certified false: it refuses, and the legal department takes over
 * @param certificateNo number of its certificate; with a certificate alone
 * @param statement what it deleted or returned, or what it answered
 */
public record RecordSupplierDeletion(
        @Nullable Boolean certified,
        @Nullable String certificateNo,
        @Nullable LocalDate deletedOn,
        @Nullable String statement)
        implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("certified", certified).required("statement", statement);
        Certificates.check(certified, certificateNo, deletedOn, problems);
        problems.atMost("statement", statement, 2000);
    }
}
