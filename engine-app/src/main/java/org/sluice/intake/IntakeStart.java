package org.sluice.intake;

import java.time.Clock;
import java.util.Date;
import org.sluice.process.CaseId;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Flags;
import org.sluice.shared.Flow;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** Starts the intake of a case at the confirmation of its owner, for the first time or anew. */
@Component
class IntakeStart {

    private final Flow flow;
    private final Parameters parameters;
    private final WorkingDays workingDays;
    private final Clock clock;

    IntakeStart(Flow flow, Parameters parameters, WorkingDays workingDays, Clock clock) {
        this.flow = flow;
        this.parameters = parameters;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    void start(CaseId caseId) {
        var now = clock.instant();
        flow.start(
                RequirementIntakeProcess.KEY,
                caseId,
                Flags.of(RequirementIntakeProcess.CASE_ID, caseId)
                        .and(
                                RequirementIntakeProcess.REMINDER_AT,
                                Date.from(workingDays.after(now, parameters.whole("intake.owner.reminder"))))
                        .and(
                                RequirementIntakeProcess.CLOSE_AT,
                                Date.from(workingDays.after(now, parameters.whole("intake.owner.close")))));
    }
}
