package org.sluice.ui.insight;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseKind;
import org.sluice.process.LocalText;
import org.sluice.process.Money;

/** Figures over the cases that a person sees; every count is that of the list of cases with the same filter. */
public interface FigureDesk {

    /**
     * @param since first day of the window in which ended tasks are counted
     * @param stages open cases by kind and state, in the order of the life cycle
     * @param steps every step that somebody waits at or that ended in the window, most open first
     */
    record Overview(LocalDate since, List<Stage> stages, List<Step> steps, List<BudgetFigure> budget) {}

    /**
     * @param state code of the state
     * @param open cases that run
     * @param overdue those of them with an open task whose term is over
     */
    record Stage(CaseKind kind, String state, long open, long overdue) {}

    /**
     * One user task of one model.
     *
     * @param open cases that wait at it
     * @param overdue those of them whose term is over
     * @param done tasks that people completed in the window
     * @param median half of those took no longer, from being asked to done; null when none was
     * @param ninetieth nine of ten took no longer
     * @param waited half of those that were claimed lay no longer before somebody took them
     */
    record Step(
            String processKey,
            String step,
            long open,
            long overdue,
            long done,
            @Nullable Duration median,
            @Nullable Duration ninetieth,
            @Nullable Duration waited) {}

    /** A line of this fiscal year's budget. */
    record BudgetFigure(
            String code,
            LocalText name,
            Money appropriated,
            Money available,
            Money preCommitted,
            Money committed,
            Money spent) {}

    /** @param days length of the window, 1 to 366 */
    Overview overview(int days);
}
