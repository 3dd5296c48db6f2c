package org.sluice.intake;

import java.time.Clock;
import java.util.Date;
import org.sluice.process.CaseId;
import org.sluice.process.Var;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Flags;
import org.sluice.shared.Flow;
import org.sluice.shared.Term;
import org.sluice.shared.TimerDates;
import org.springframework.stereotype.Component;

/** Starts the intake of a case at the confirmation of its owner, for the first time or anew. */
@Component
class IntakeStart {

    private final Flow flow;
    private final Parameters parameters;
    private final TimerDates timers;
    private final Clock clock;

    IntakeStart(Flow flow, Parameters parameters, TimerDates timers, Clock clock) {
        this.flow = flow;
        this.parameters = parameters;
        this.timers = timers;
        this.clock = clock;
    }

    void start(CaseId caseId) {
        flow.start(
                RequirementIntakeProcess.KEY,
                caseId,
                Flags.of(RequirementIntakeProcess.CASE_ID, caseId)
                        .and(
                                RequirementIntakeProcess.REMINDER_AT,
                                at(
                                        caseId,
                                        RequirementIntakeProcess.REMINDER_AT,
                                        parameters.whole("intake.owner.reminder")))
                        .and(
                                RequirementIntakeProcess.CLOSE_AT,
                                at(caseId, RequirementIntakeProcess.CLOSE_AT, parameters.whole("intake.owner.close"))));
    }

    private Date at(CaseId caseId, Var<Date> timer, int workingDays) {
        return timers.set(caseId, timer, new Term(clock.instant(), workingDays));
    }
}
