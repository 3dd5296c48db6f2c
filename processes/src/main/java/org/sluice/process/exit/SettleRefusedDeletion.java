package org.sluice.process.exit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * What the legal department has achieved.
 *
 * @param certified the supplier has signed after all; false: it is proposed for the blacklist
 * @param measures what was done, and where the evidence is on file
 */
public record SettleRefusedDeletion(
        @Nullable Boolean certified,
        @Nullable String certificateNo,
        @Nullable LocalDate deletedOn,
        @Nullable String measures)
        implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("certified", certified).required("measures", measures);
        Certificates.check(certified, certificateNo, deletedOn, problems);
        problems.atMost("measures", measures, 2000);
    }
}
