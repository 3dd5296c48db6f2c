package org.sluice.process.admission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/** What must be on file before the data of bank and supplier are held against each other. */
public record FileTestPapers(
        @Nullable String agreementNo,
        @Nullable LocalDate agreementOn,
        @Nullable String assessmentNo,
        @Nullable LocalDate assessmentOn)
        implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("agreementNo", agreementNo)
                .atMost("agreementNo", agreementNo, 80)
                .required("agreementOn", agreementOn)
                .required("assessmentNo", assessmentNo)
                .atMost("assessmentNo", assessmentNo, 80)
                .required("assessmentOn", assessmentOn);
    }
}
