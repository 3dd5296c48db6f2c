package org.sluice.process.exit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * The bank has deleted what it held of the product, and its keys are revoked.
 *
 * @param certificateNo number of the record of deletion
 * @param scope what was deleted, where
 * @param kept what the law makes the bank keep, and until when
 */
public record RecordOwnDeletion(
        @Nullable String certificateNo,
        @Nullable LocalDate deletedOn,
        @Nullable String scope,
        @Nullable String kept) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("certificateNo", certificateNo)
                .atMost("certificateNo", certificateNo, 60)
                .required("deletedOn", deletedOn)
                .required("scope", scope)
                .atMost("scope", scope, 2000)
                .atMost("kept", kept, 2000);
    }
}
