package org.sluice.intake;

import static org.sluice.shared.Details.details;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.budget.Budget;
import org.sluice.budget.BudgetLine;
import org.sluice.process.CaseId;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.Money;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.intake.RequirementState;
import org.sluice.process.intake.SettleShortfall;
import org.sluice.process.intake.ShortfallChoice;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.sluice.shared.TimerDates;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** Finance finds another line, puts the wish into the next quarter's pool, or refuses. */
@Component
class SettleShortfallForm implements TaskForm<SettleShortfall> {

    private final Requirements requirements;
    private final RequirementStore store;
    private final Budget budget;
    private final TimerDates timers;
    private final Deadlines deadlines;
    private final Clock clock;

    SettleShortfallForm(
            Requirements requirements,
            RequirementStore store,
            Budget budget,
            TimerDates timers,
            Deadlines deadlines,
            Clock clock) {
        this.requirements = requirements;
        this.store = store;
        this.budget = budget;
        this.timers = timers;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public String key() {
        return RequirementIntakeProcess.Task.SETTLE_SHORTFALL;
    }

    @Override
    public Class<SettleShortfall> body() {
        return SettleShortfall.class;
    }

    @Override
    public SettleShortfall example(CaseId caseId) {
        return choices(caseId).stream()
                .findFirst()
                .map(choice ->
                        new SettleShortfall(ShortfallChoice.RESERVE_ELSEWHERE, choice.value(), "This line bears it."))
                .orElse(new SettleShortfall(ShortfallChoice.NEXT_QUARTER, null, "No line can bear it now."));
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return deadlines.onTheWay(caseId, "intake.shortfall.due", asked);
    }

    @Override
    public List<Choice> choices(CaseId caseId) {
        var lines = linesFor(store.get(caseId));
        return lines.stream()
                .map(line ->
                        new Choice("budgetLine", line.code(), line.name(), line.equals(lines.get(0)), line.available()))
                .toList();
    }

    /** What is asked for, what its line has left, the gap, and the other lines that cannot bear it either. */
    @Override
    public List<Figure> figures(CaseId caseId) {
        var requirement = store.get(caseId);
        var asked = requirement.budget();
        var form = requirement.form();
        var line = budget.lineFor(Objects.requireNonNull(form.budgetSource()), form.businessLine(), requirement.unit());
        var left = line.map(BudgetLine::available).orElse(Money.ZERO);
        var gap = asked.plus(left.negated());
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("asked", null, asked));
        line.ifPresent(own -> figures.add(new Figure("available", own.name(), left)));
        figures.add(new Figure("gap", null, gap.compareTo(Money.ZERO) < 0 ? Money.ZERO : gap));
        budget.linesWith(Money.ZERO, form.businessLine(), requirement.unit()).stream()
                .filter(other -> other.available().compareTo(asked) < 0)
                .filter(other ->
                        line.filter(own -> own.code().equals(other.code())).isEmpty())
                .forEach(other -> figures.add(new Figure("short", other.name(), other.available())));
        return figures;
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, SettleShortfall body) {
        var requirement = requirements.open(caseId);
        var choice = Objects.requireNonNull(body.choice());
        var flags = Flags.of(RequirementIntakeProcess.DEFERRED, choice == ShortfallChoice.NEXT_QUARTER)
                .and(RequirementIntakeProcess.BUDGET_REFUSED, choice == ShortfallChoice.REFUSE);
        return switch (choice) {
            case RESERVE_ELSEWHERE -> reserveElsewhere(actor, requirement, body, flags);
            case NEXT_QUARTER -> defer(actor, requirement, body, flags);
            case REFUSE -> refuse(actor, requirement, body, flags);
        };
    }

    private Flags reserveElsewhere(Actor actor, Requirement requirement, SettleShortfall body, Flags flags) {
        var code = String.valueOf(body.budgetLine());
        var offered =
                linesFor(requirement).stream().anyMatch(line -> line.code().equals(code));
        // another case may have drained the line since it was offered: only the reservation itself knows
        if (!offered || !budget.preCommit(requirement.caseId(), code, requirement.budget())) {
            throw new Invalid(List.of(new FieldProblem("budgetLine", "cannotBear", code, requirement.budget())));
        }
        requirements.publish(
                "requirement.budgetMoved", requirement, actor, details("budgetLine", code, "comment", body.comment()));
        return flags;
    }

    private List<BudgetLine> linesFor(Requirement requirement) {
        return budget.linesWith(requirement.budget(), requirement.form().businessLine(), requirement.unit());
    }

    private Flags defer(Actor actor, Requirement requirement, SettleShortfall body, Flags flags) {
        var at = timers.set(requirement.caseId(), RequirementIntakeProcess.NEXT_QUARTER_AT, nextQuarter());
        deadlines.stop(requirement.caseId(), Deadlines.ClockName.ROUTE);
        requirements.publish(
                "requirement.deferred",
                requirement,
                actor,
                details(
                        "until",
                        at.toInstant().atZone(WorkingDays.ZONE).toLocalDate().toString(),
                        "comment",
                        body.comment()));
        return flags.and(RequirementIntakeProcess.NEXT_QUARTER_AT, at);
    }

    private Flags refuse(Actor actor, Requirement requirement, SettleShortfall body, Flags flags) {
        requirements.end(requirement, RequirementState.REJECTED, "refusedForBudget", body.comment());
        requirements.publish("requirement.budgetRefused", requirement, actor, details("comment", body.comment()));
        return flags;
    }

    private Term nextQuarter() {
        var today = WorkingDays.today(clock);
        var firstMonth = LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
        return Term.firstWorkingDayFrom(firstMonth.plusMonths(3));
    }
}
