package org.sluice.shared;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.NotPermitted;
import org.sluice.process.Problems;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.ui.calendar.CalendarDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The calendar of working days for people: everybody reads it, data stewards and administrators keep it. A change reaches
 * what is already running in the same transaction.
 */
@Service
class BusinessCalendar implements CalendarDesk {

    private record Named(boolean working, LocalText note, boolean verified) {}

    private static final int TRIES = 5;

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final CountedDates dates;
    private final TransactionTemplate transaction;
    private final Access access;
    private final Actors actors;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    BusinessCalendar(
            JdbcClient jdbc,
            WorkingDays workingDays,
            CountedDates dates,
            TransactionTemplate transaction,
            Access access,
            Actors actors,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
        this.dates = dates;
        this.transaction = transaction;
        this.access = access;
        this.actors = actors;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Day> month(YearMonth month) {
        var named = new HashMap<LocalDate, Named>();
        jdbc.sql("select * from sluice.calendar_day where day between ? and ?")
                .params(month.atDay(1), month.atEndOfMonth())
                .query(row -> {
                    named.put(
                            row.getObject("day", LocalDate.class),
                            new Named(
                                    row.getBoolean("working"),
                                    new LocalText(row.getString("note_zh"), row.getString("note_en")),
                                    row.getBoolean("verified")));
                });
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .map(day -> day(day, named.get(day)))
                .toList();
    }

    @Override
    public boolean mayEdit() {
        var actor = actors.current();
        return access.acts(actor, Role.DATA_STEWARD, UnitCode.HEAD_OFFICE)
                || access.acts(actor, Role.ADMINISTRATOR, UnitCode.HEAD_OFFICE);
    }

    @Override
    @Transactional(readOnly = true)
    public Moves moves(LocalDate day, boolean working) {
        mustEdit();
        var moved = dates.moving(workingDays.calendar().with(day, working));
        return new Moves(moved.tasks(), moved.timers());
    }

    @Override
    public Moves set(LocalDate day, boolean working, LocalText note) {
        mustEdit();
        new Problems()
                .required("note.zh", note.zh())
                .required("note.en", note.en())
                .atMost("note.zh", note.zh(), 80)
                .atMost("note.en", note.en(), 80)
                .orThrow();
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> change(day, working, note)));
            } catch (ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw new Conflict("busy");
                }
            }
        }
    }

    private Moves change(LocalDate day, boolean working, LocalText note) {
        var actor = actors.current();
        // whoever counts at this moment is waited for, and whoever comes after counts by the new calendar
        jdbc.sql("lock table sluice.calendar_day in share row exclusive mode").update();
        jdbc.sql("""
                        insert into sluice.calendar_day (day, working, note_zh, note_en, verified, edited_by, edited_at)
                        values (:day, :working, :zh, :en, true, :by, :at)
                        on conflict (day) do update set working = :working, note_zh = :zh, note_en = :en, verified = true,
                            edited_by = :by, edited_at = :at
                        """)
                .param("day", day)
                .param("working", working)
                .param("zh", note.zh())
                .param("en", note.en())
                .param("by", actor.id().value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var moved = dates.countAnew(workingDays.calendar());
        events.publishEvent(Auditable.of("calendar.daySet", null, actor, "day " + day)
                .with("working", working)
                .with("comment", note)
                .with("tasksMoved", moved.tasks())
                .with("timersMoved", moved.timers()));
        return new Moves(moved.tasks(), moved.timers());
    }

    private void mustEdit() {
        if (!mayEdit()) {
            throw new NotPermitted("calendar");
        }
    }

    private static Day day(LocalDate day, @Nullable Named named) {
        return named == null
                ? new Day(day, WorkingCalendar.isWeekday(day), null, true)
                : new Day(day, named.working(), named.note(), named.verified());
    }
}
