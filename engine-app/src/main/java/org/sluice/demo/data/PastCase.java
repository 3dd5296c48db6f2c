package org.sluice.demo.data;

import static org.sluice.shared.Details.details;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.CaseKind;
import org.sluice.process.LocalText;
import org.sluice.process.Role;

/** A case that has ended, told step by step: what it tells stands in the tables that a case of today fills. */
final class PastCase {

    /**
     * A step that somebody was asked for.
     *
     * @param hours half of such steps take no longer than these hours of work
     */
    record Step(String key, Role role, String unit, int dueDays, double hours) {}

    /** @param who account; null for the house itself */
    record Event(ZonedDateTime at, @Nullable String who, String action, String subject, Map<String, Object> details) {}

    /** @param who account of whoever completed it; null when it was cancelled */
    record Task(
            UUID id,
            Step step,
            ZonedDateTime asked,
            ZonedDateTime due,
            @Nullable ZonedDateTime claimed,
            ZonedDateTime ended,
            @Nullable String who,
            @Nullable Body body) {}

    private static final double LONGEST_HOURS = 54;

    private final UUID id;
    private final CaseKind kind;
    private final String process;
    private final String number;
    private final String subject;
    private final LocalText title;
    private final String unit;
    private final String initiator;
    private final OfficeHours office;
    private final Draw draw;
    private final ZonedDateTime opened;
    private final List<Event> events = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private ZonedDateTime now;
    private String state = "";
    private String outcome = "";

    PastCase(
            CaseKind kind,
            String process,
            String number,
            LocalText title,
            String unit,
            ZonedDateTime opened,
            OfficeHours office,
            Draw draw) {
        this.id = Draw.id("past case", number);
        this.kind = kind;
        this.process = process;
        this.number = number;
        this.subject = (kind == CaseKind.REQUIREMENT ? "requirement " : "usage ") + number;
        this.title = title;
        this.unit = unit;
        this.initiator = at(unit, Role.BUSINESS_REQUESTER);
        this.office = office;
        this.draw = draw;
        this.opened = opened;
        this.now = opened;
    }

    /** The first account of a role at a unit. */
    static String at(String unit, Role role) {
        return (unit.equals("HO") ? "" : unit.toLowerCase(Locale.ROOT) + "-") + role.accountName();
    }

    /** Something was done now, beside or within a step. */
    PastCase said(@Nullable String who, String action, Map<String, Object> details) {
        return said(who, action, subject, details);
    }

    PastCase said(@Nullable String who, String action, String about, Map<String, Object> details) {
        events.add(new Event(now, who, action, about, details));
        return this;
    }

    /** Somebody is asked now, takes the task and does it; what was done is told between. */
    PastCase done(Step step, Body body, String action, Map<String, Object> details) {
        var who = at(step.unit(), step.role());
        var asked = asked(step);
        var hours = Math.min(LONGEST_HOURS, draw.logNormal(step.hours(), 0.8));
        var claimed = later(hours * draw.between(30, 85) / 100);
        events.add(new Event(claimed, who, "task.claimed", "task " + step.key(), details("task", step.key())));
        now = office.after(claimed, Duration.ofMinutes(draw.between(8, 90)));
        said(who, action, details);
        said(who, "task.completed", "task " + step.key(), details("task", step.key()));
        tasks.add(new Task(
                Draw.id("past task", number + "/" + step.key() + "/" + step.role()),
                step,
                asked,
                office.daysAfter(asked, step.dueDays()),
                claimed,
                now,
                who,
                body));
        return this;
    }

    /** Somebody is asked now, and whoever started the case takes it back before that is answered. */
    PastCase takenBack(Step step, Map<String, Object> details) {
        var asked = asked(step);
        now = later(draw.logNormal(step.hours(), 0.5));
        said(initiator, "requirement.withdrawn", details);
        said(null, "task.cancelled", "task " + step.key(), details("task", step.key()));
        tasks.add(new Task(
                Draw.id("past task", number + "/" + step.key() + "/" + step.role()),
                step,
                asked,
                office.daysAfter(asked, step.dueDays()),
                null,
                now,
                null,
                null));
        return this;
    }

    private ZonedDateTime asked(Step step) {
        said(null, "task.created", "task " + step.key(), details("task", step.key(), "role", step.role()));
        return now;
    }

    private ZonedDateTime later(double hours) {
        return office.after(now, Duration.ofMinutes(Math.max(5, Math.round(hours * 60))));
    }

    PastCase ended(String state, String outcome) {
        this.state = state;
        this.outcome = outcome;
        return this;
    }

    UUID id() {
        return id;
    }

    CaseKind kind() {
        return kind;
    }

    String process() {
        return process;
    }

    String number() {
        return number;
    }

    LocalText title() {
        return title;
    }

    String unit() {
        return unit;
    }

    String initiator() {
        return initiator;
    }

    ZonedDateTime openedAt() {
        return opened;
    }

    /** When the last that was told happened. */
    ZonedDateTime endedAt() {
        return now;
    }

    String state() {
        return state;
    }

    String outcome() {
        return outcome;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<Task> tasks() {
        return List.copyOf(tasks);
    }
}
