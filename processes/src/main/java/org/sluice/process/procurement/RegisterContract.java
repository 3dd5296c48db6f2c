package org.sluice.process.procurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * The signed contract.
 *
 * @param contractNo the bank's own number of it
 * @param promisedHitRate share of calls that the supplier promises to answer, such as 0.95; null where the contract
 *     promises none
 * @param supervisorReportedOn when the supervisor was told; required where the approvals asked for it
 */
public record RegisterContract(
        @Nullable String contractNo,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable BigDecimal promisedHitRate,
        @Nullable LocalDate supervisorReportedOn)
        implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("contractNo", contractNo)
                .atMost("contractNo", contractNo, 60)
                .required("signedOn", signedOn)
                .required("startsOn", startsOn)
                .required("endsOn", endsOn)
                .share("promisedHitRate", promisedHitRate)
                .when(startsOn != null && endsOn != null && !endsOn.isAfter(startsOn), "endsOn", "endBeforeStart")
                .when(
                        signedOn != null && startsOn != null && startsOn.isBefore(signedOn),
                        "startsOn",
                        "startBeforeSignature");
    }
}
