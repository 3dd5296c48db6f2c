package org.sluice.tasks;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.sluice.shared.CountedDates;
import org.sluice.shared.WorkingCalendar;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Open tasks and waiting timers follow the calendar. */
@Component
class EngineDates implements CountedDates {

    private final CountedTasks tasks;
    private final CountedTimers timers;

    EngineDates(CountedTasks tasks, CountedTimers timers) {
        this.tasks = tasks;
        this.timers = timers;
    }

    @Override
    public Moved moving(WorkingCalendar calendar) {
        return new Moved(tasks.moving(calendar).size(), timers.moving(calendar).size());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Moved countAnew(WorkingCalendar calendar) {
        var dues = tasks.moving(calendar);
        var alarms = timers.moving(calendar);
        try {
            dues.forEach(tasks::move);
            alarms.forEach(timers::move);
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("The engine was at work on a date", e);
        }
        return new Moved(dues.size(), alarms.size());
    }
}
