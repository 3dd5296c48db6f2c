package org.sluice.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.TemporalUnitOffset;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.LocalText;
import org.sluice.process.NotPermitted;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.shared.WorkingDays;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.sluice.support.People;
import org.sluice.ui.calendar.CalendarDesk;
import org.sluice.ui.calendar.CalendarDesk.Moves;
import org.sluice.ui.demo.DemoDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A changed calendar reaches what is already running: open tasks, and the timers in the engine. */
@HouseTest
class CalendarChangeTest {

    private static final LocalText NOTE = new LocalText("临时放假", "Extra holiday");

    private final Set<LocalDate> freed = new HashSet<>();

    @Autowired
    private CalendarDesk calendar;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Jobs jobs;

    @Autowired
    private People people;

    @Autowired
    private DemoDesk demo;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private ManagementService timers;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void ordinaryDaysAgain() {
        List.copyOf(freed).forEach(day -> set(day, true));
    }

    @Test
    void dueDateReminderAndClosingMoveWithTheCalendar() {
        var caseId = intakes.submitted();
        var created = createdAt(caseId);
        var fifth = due(caseId);

        set(workingDay(created, 2), false);

        assertThat(due(caseId))
                .isEqualTo(workingDays.after(fifth, 1))
                .isCloseTo(workingDays.after(created, 5), aMoment());
        assertThat(engineDue(caseId)).isEqualTo(due(caseId));
        assertThat(timerAt(caseId, "ownerReminder")).isCloseTo(workingDays.after(created, 5), aMoment());
        assertThat(timerAt(caseId, "ownerSilent")).isCloseTo(workingDays.after(created, 10), aMoment());
        assertThat(variable(caseId, RequirementIntakeProcess.CLOSE_AT.name()))
                .isEqualTo(timerAt(caseId, "ownerSilent"));

        people.does("platform-ops", () -> demo.advance(Duration.between(demo.now(), fifth.plusSeconds(60))));
        jobs.run();
        assertThat(actions(caseId)).doesNotContain("requirement.ownerReminded");
        people.does(
                "platform-ops",
                () -> demo.advance(Duration.between(
                        demo.now(), workingDays.after(created, 5).plusSeconds(60))));
        jobs.run();
        assertThat(actions(caseId)).contains("requirement.ownerReminded");
    }

    @Test
    void thePreviewTellsWhatTheChangeThenDoesAndTheRecordCountsItOnce() {
        var caseId = intakes.submitted();
        var created = createdAt(caseId);
        var day = workingDay(created, 1);
        var before = due(caseId);

        var preview = people.as("data-steward", () -> calendar.moves(day, false));
        assertThat(due(caseId)).as("a preview changes nothing").isEqualTo(before);
        assertThat(preview.tasks()).isPositive();
        assertThat(preview.timers()).isGreaterThanOrEqualTo(2);
        assertThat(set(day, false)).isEqualTo(preview);
        assertThat(set(day, false)).as("the same again").isEqualTo(new Moves(0, 0));
        assertThat(set(day, true)).as("and back").isEqualTo(preview);

        assertThat(due(caseId)).isEqualTo(before);
        assertThat(jdbc.sql("""
                        select (details ->> 'tasksMoved')::int || ' ' || (details ->> 'timersMoved')::int
                        from sluice.audit_event where action = 'calendar.daySet' and subject = ? order by id
                        """).param("day " + day).query(String.class).list())
                .endsWith(preview.tasks() + " " + preview.timers(), "0 0", preview.tasks() + " " + preview.timers());
    }

    @Test
    void theNextQuarterBeginsOnTheFirstWorkingDayThatIsLeft() {
        var caseId = intakes.submit("business-requester", intakes.form("HO").put("budgetAmount", 9_000_000));
        intakes.leadTo(caseId, "settleShortfall");
        intakes.complete(caseId, Map.of("choice", "NEXT_QUARTER")).ok();
        var first = timerAt(caseId, "nextQuarter");

        set(LocalDate.ofInstant(first, WorkingDays.ZONE), false);

        assertThat(timerAt(caseId, "nextQuarter")).isEqualTo(workingDays.after(first, 1));
    }

    @Test
    void aTaskIsDueAtTheEarliestOfItsTermsAlsoAfterwards() {
        var caseId = intakes.submit(
                "business-requester",
                intakes.form("HO").put("urgency", "URGENT").put("urgencyReason", "x"));
        intakes.lead(caseId);
        var triaged = createdAt(caseId);
        people.does("platform-ops", () -> demo.advanceWorkingDays(4));
        intakes.lead(caseId);
        var asked = createdAt(caseId);
        assertThat(due(caseId)).isCloseTo(workingDays.after(triaged, 5), aMoment());

        // the days that the route had left are free now, but the answer still has its two days
        set(workingDay(triaged, 5), false);

        assertThat(due(caseId)).isCloseTo(workingDays.after(triaged, 5), aMoment());
        assertThat(due(caseId)).isBefore(workingDays.after(asked, 2));
    }

    @Test
    void whatIsClosedStays() {
        var caseId = intakes.submitted();
        var task = intakes.task(caseId).get("id").asText();
        var created = createdAt(caseId);
        intakes.complete(caseId, Map.of("confirmed", false, "comment", "no")).ok();
        var due = jdbc.sql("select due::text from sluice.task where id = ?").param(task);
        var before = due.query(String.class).single();

        set(workingDay(created, 1), false);

        assertThat(due.query(String.class).single()).isEqualTo(before);
    }

    @Test
    void onlyWhoKeepsTheCalendarSeesWhatWouldMove() {
        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(() -> people.as("legal", () -> calendar.moves(LocalDate.of(2026, 11, 2), false)));
    }

    private Moves set(LocalDate day, boolean working) {
        freed.add(day);
        return people.as("data-steward", () -> calendar.set(day, working, NOTE));
    }

    private LocalDate workingDay(Instant from, int n) {
        return LocalDate.ofInstant(workingDays.after(from, n), WorkingDays.ZONE);
    }

    private Instant due(String caseId) {
        return Instant.parse(intakes.task(caseId).get("due").asText());
    }

    private Instant createdAt(String caseId) {
        return Instant.parse(intakes.task(caseId).get("createdAt").asText());
    }

    private Instant engineDue(String caseId) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult()
                .getDueDate()
                .toInstant();
    }

    private Instant timerAt(String caseId, String element) {
        return timers.createJobQuery()
                .processInstanceId(instance(caseId))
                .activityId(element)
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    private Instant variable(String caseId, String name) {
        return ((Date) processes.getVariable(instance(caseId), name)).toInstant();
    }

    private String instance(String caseId) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult()
                .getId();
    }

    private List<String> actions(String caseId) {
        return jdbc.sql("select action from sluice.audit_event where case_id = ?::uuid")
                .param(caseId)
                .query(String.class)
                .list();
    }

    private static TemporalUnitOffset aMoment() {
        return within(30, ChronoUnit.SECONDS);
    }
}
