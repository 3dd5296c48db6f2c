package org.sluice.process.exit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Problems;

/** A certificate has a number and a day, and what is no certificate has neither. */
final class Certificates {

    private Certificates() {}

    static void check(
            @Nullable Boolean certified,
            @Nullable String certificateNo,
            @Nullable LocalDate deletedOn,
            Problems problems) {
        if (Boolean.TRUE.equals(certified)) {
            problems.required("certificateNo", certificateNo)
                    .atMost("certificateNo", certificateNo, 60)
                    .required("deletedOn", deletedOn);
        } else if (certified != null) {
            problems.when(certificateNo != null && !certificateNo.isBlank(), "certificateNo", "onlyWithCertificate")
                    .when(deletedOn != null, "deletedOn", "onlyWithCertificate");
        }
    }
}
