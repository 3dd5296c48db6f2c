package org.sluice.exit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Problems;
import org.sluice.shared.WorkingDays;

/** The days on which something of an exit can have happened. */
final class ExitDays {

    private ExitDays() {}

    /** @throws org.sluice.process.Invalid when data was deleted while it was in use, or is not deleted yet */
    static void requireSinceUseEnded(Exit exit, @Nullable LocalDate deletedOn, LocalDate today) {
        var ended = exit.useEndedAt() == null
                ? today
                : exit.useEndedAt().atZone(WorkingDays.ZONE).toLocalDate();
        new Problems()
                .when(deletedOn != null && deletedOn.isAfter(today), "deletedOn", "inTheFuture", today)
                .when(deletedOn != null && deletedOn.isBefore(ended), "deletedOn", "beforeUseEnded", ended)
                .orThrow();
    }
}
