package org.sluice.blacklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.sluice.process.CaseId;
import org.sluice.process.blacklist.BlacklistLiftingProcess;
import org.sluice.process.blacklist.BlacklistListingProcess;
import org.sluice.process.blacklist.SupplierBlacklistProcess;
import org.sluice.process.blacklist.SupplierSuspensionProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Flags;
import org.sluice.shared.Flow;
import org.sluice.shared.Term;
import org.sluice.shared.TimerDates;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** Starts the four processes of an entry, each with the dates at which it wakes. */
@Component
class BlacklistStart {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Flow flow;
    private final TimerDates timers;
    private final Parameters parameters;
    private final Clock clock;

    BlacklistStart(Flow flow, TimerDates timers, Parameters parameters, Clock clock) {
        this.flow = flow;
        this.timers = timers;
        this.parameters = parameters;
        this.clock = clock;
    }

    void proposal(CaseId caseId) {
        flow.start(
                SupplierBlacklistProcess.KEY,
                caseId,
                Flags.of(SupplierBlacklistProcess.CASE_ID, caseId)
                        .and(SupplierBlacklistProcess.INVESTIGATOR_COUNT, (long)
                                parameters.whole("blacklist.investigators")));
    }

    void listing(CaseId caseId, LocalDate until) {
        flow.start(
                BlacklistListingProcess.KEY,
                caseId,
                Flags.of(BlacklistListingProcess.CASE_ID, caseId)
                        .and(
                                BlacklistListingProcess.APPEAL_DUE,
                                timers.set(
                                        caseId,
                                        BlacklistListingProcess.APPEAL_DUE,
                                        new Term(clock.instant(), parameters.whole("blacklist.appeal.days"))))
                        .and(
                                BlacklistListingProcess.REVIEW_DUE,
                                timers.set(
                                        caseId,
                                        BlacklistListingProcess.REVIEW_DUE,
                                        Term.firstWorkingDayFrom(
                                                until.minusDays(parameters.whole("blacklist.review.daysAhead")))))
                        .and(BlacklistListingProcess.TERM_OVER, beginOf(until.plusDays(1))));
    }

    void lifting(CaseId caseId) {
        flow.start(BlacklistLiftingProcess.KEY, caseId, Flags.of(BlacklistLiftingProcess.CASE_ID, caseId));
    }

    void suspension(CaseId caseId, LocalDate endsOn) {
        flow.start(
                SupplierSuspensionProcess.KEY,
                caseId,
                Flags.of(SupplierSuspensionProcess.CASE_ID, caseId)
                        .and(SupplierSuspensionProcess.SUSPENSION_OVER, beginOf(endsOn)));
    }

    /** A bar that was signed for a time ends with it, also on a holiday: only people's terms are working days. */
    private static Date beginOf(LocalDate day) {
        return Date.from(day.atStartOfDay(WorkingDays.ZONE).toInstant());
    }

    /** When the wait for an answer ends; counted from the day of the notice, which may be an earlier one. */
    Date replyDue(CaseId caseId, LocalDate noticedOn) {
        var now = clock.instant();
        var from = noticedOn.equals(now.atZone(WorkingDays.ZONE).toLocalDate())
                ? now
                : noticedOn.atTime(MORNING).atZone(WorkingDays.ZONE).toInstant();
        return timers.set(
                caseId, SupplierBlacklistProcess.REPLY_DUE, new Term(from, parameters.whole("blacklist.reply.days")));
    }
}
