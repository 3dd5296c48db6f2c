package org.sluice.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.sluice.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Counting by the business calendar of 2026, with its holidays and make-up working days. */
@HouseTest
class WorkingDaysTest {

    @Autowired
    private WorkingDays days;

    @Test
    void weekendsDoNotCount() {
        assertThat(days.after(at("2026-11-20T15:30"), 1)).isEqualTo(at("2026-11-23T15:30"));
        assertThat(days.after(at("2026-11-20T15:30"), 5)).isEqualTo(at("2026-11-27T15:30"));
    }

    @Test
    void holidaysDoNotCountAndMakeUpDaysDo() {
        // National Day: 1 to 7 October off, Saturday 10 October worked
        assertThat(days.after(at("2026-09-30T10:00"), 1)).isEqualTo(at("2026-10-08T10:00"));
        assertThat(days.after(at("2026-10-09T10:00"), 1)).isEqualTo(at("2026-10-10T10:00"));
    }

    @Test
    void noDaysIsTheInstantItself() {
        assertThat(days.after(at("2026-11-21T10:00"), 0)).isEqualTo(at("2026-11-21T10:00"));
    }

    @Test
    void theFirstWorkingDayOfAQuarterIsNotItsHoliday() {
        assertThat(days.calendar().end(Term.firstWorkingDayFrom(LocalDate.of(2026, 10, 1))))
                .isEqualTo(at("2026-10-08T09:00"));
    }

    private static Instant at(String local) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(local), WorkingDays.ZONE)
                .toInstant();
    }
}
