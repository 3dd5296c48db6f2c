package org.sluice.procurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Money;

/**
 * A contract as it was registered, or taken over from before this house.
 *
 * @param purchase the case that it was signed in; null for one that was taken over
 * @param promisedHitRate share of calls that the supplier has promised to answer; null where it has promised none
 * @param settled what it has cost in the end; null until it is closed
 */
record Contract(
        UUID id,
        @Nullable CaseId purchase,
        String contractNo,
        UUID supplier,
        UUID product,
        String method,
        Money amount,
        LocalDate signedOn,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable BigDecimal promisedHitRate,
        @Nullable LocalDate supervisorReportedOn,
        @Nullable LocalDate closedOn,
        @Nullable Money settled) {

    /** @param noticeDays from how many days before its end it counts as ending */
    Contracts.State state(LocalDate today, int noticeDays) {
        if (closedOn != null) {
            return Contracts.State.TERMINATED;
        }
        if (today.isBefore(startsOn)) {
            return Contracts.State.SIGNED;
        }
        if (today.isAfter(endsOn)) {
            return Contracts.State.EXPIRED;
        }
        return today.isBefore(endsOn.minusDays(noticeDays)) ? Contracts.State.ACTIVE : Contracts.State.EXPIRING;
    }

    String subject() {
        return "contract " + contractNo;
    }
}
