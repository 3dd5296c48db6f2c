package org.sluice.process.procurement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * The signed contract.
 *
 * @param contractNo the bank's own number of it
 * @param supervisorReportedOn when the supervisor was told; required where the approvals asked for it
 */
public record RegisterContract(
        @Nullable String contractNo,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate supervisorReportedOn)
        implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("contractNo", contractNo)
                .atMost("contractNo", contractNo, 60)
                .required("signedOn", signedOn)
                .required("startsOn", startsOn)
                .required("endsOn", endsOn)
                .when(startsOn != null && endsOn != null && !endsOn.isAfter(startsOn), "endsOn", "endBeforeStart")
                .when(
                        signedOn != null && startsOn != null && startsOn.isBefore(signedOn),
                        "startsOn",
                        "startBeforeSignature");
    }
}
