package org.sluice.tasks;

import java.time.Clock;
import org.sluice.shared.TaskReminded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A reminder stands on the task itself, where its people look. */
@Component
class Reminders {

    private final TaskRows rows;
    private final Clock clock;

    Reminders(TaskRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TaskReminded reminder) {
        rows.remind(reminder.caseId(), reminder.taskKey(), clock.instant());
    }
}
