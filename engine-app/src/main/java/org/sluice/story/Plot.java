package org.sluice.story;

import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.shared.WorkingDays;

/**
 * What has come of the story so far.
 *
 * @param suppliers that take part in it
 * @param requirement the first that its requester has sent since it was begun
 * @param product what the requirement's purchase has brought
 * @param listedAt when the contract was registered and the product was listed
 * @param readings months of the product that are on record
 * @param refusedAt when the first supplier was refused
 */
record Plot(
        Instant begunAt,
        Suppliers suppliers,
        @Nullable CaseId requirement,
        @Nullable Product product,
        @Nullable Instant listedAt,
        List<YearMonth> readings,
        @Nullable Instant refusedAt,
        @Nullable CaseId evaluation,
        @Nullable CaseId exit,
        @Nullable CaseId entry) {

    /** People come to work at this hour. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** How many months the product is looked at. */
    private static final int QUARTER = 3;

    record Product(UUID id, String code) {}

    /**
     * The suppliers of the story.
     *
     * @param refused code of the one that offers first and is refused
     * @param admitted code of the one that has a worker, is admitted on a condition and blacklisted in the end
     */
    record Suppliers(String refused, String admitted) {}

    /** The three whole months after the listing; empty before it. */
    List<YearMonth> quarter() {
        if (listedAt == null) {
            return List.of();
        }
        var listed = YearMonth.from(listedAt.atZone(WorkingDays.ZONE));
        return IntStream.rangeClosed(1, QUARTER).mapToObj(listed::plusMonths).toList();
    }

    /** The months of the quarter that nobody has recorded. */
    List<YearMonth> unread() {
        return quarter().stream().filter(month -> !readings.contains(month)).toList();
    }

    /** The first morning on which the whole quarter is over. */
    Instant quarterIsOver() {
        var months = quarter();
        var last = months.get(months.size() - 1);
        return last.plusMonths(1)
                .atDay(1)
                .atTime(MORNING)
                .atZone(WorkingDays.ZONE)
                .toInstant();
    }
}
