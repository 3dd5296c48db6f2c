package org.sluice.process.admission;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * What came of a test that was made outside the house, because the supplier has no worker.
 *
 * @param sampleSize how many subjects the bank asked about
 * @param matched how many of them the supplier knows, which is the coverage
 * @param facts what else was measured, by the names of the fact catalogue: accuracy, empty and double values, age,
 *     effect; which of them the rules need depends on the product
 * @param comment how it was done
 */
public record ReportSampleTest(
        @Nullable String reportNo,
        @Nullable LocalDate conductedOn,
        @Nullable Long sampleSize,
        @Nullable Long matched,
        Map<String, @Nullable Object> facts,
        @Nullable String comment)
        implements Body {

    private static final long LARGEST = 1_000_000_000_000L;

    @SuppressWarnings("NullAway") // JSON may leave them out; inside they are never null
    public ReportSampleTest {
        facts = facts == null ? Map.of() : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    @Override
    public void check(Problems problems) {
        problems.required("reportNo", reportNo)
                .atMost("reportNo", reportNo, 80)
                .required("conductedOn", conductedOn)
                .required("sampleSize", sampleSize)
                .between("sampleSize", sampleSize, 1, LARGEST)
                .required("matched", matched)
                .between("matched", matched, 0, LARGEST)
                .when(sampleSize != null && matched != null && matched > sampleSize, "matched", "moreThanSample")
                .required("facts", facts.isEmpty() ? null : facts)
                .required("comment", comment)
                .atMost("comment", comment, 2000);
    }
}
