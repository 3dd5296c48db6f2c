package org.sluice.procurement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Money;

/** A contract as it was registered. */
record Contract(
        String contractNo,
        String state,
        String method,
        Money amount,
        LocalDate signedOn,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable LocalDate supervisorReportedOn) {}
