package org.sluice.access;

import static org.sluice.shared.Details.details;

import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.budget.Budget;
import org.sluice.process.CaseId;
import org.sluice.process.Role;
import org.sluice.process.access.UsageAuthorizationProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.rulebook.RuleQuestions;
import org.sluice.rules.Severity;
import org.sluice.rules.facts.UsageFacts;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.TaskReminded;
import org.sluice.shared.Term;
import org.sluice.shared.TimerDates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps that the house takes by itself, named by the model and called by its jobs. A job that is run again changes
 * nothing.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class UsageSteps {

    /**
     * Who is asked next.
     *
     * @param approver empty when nobody's approval is missing
     * @param reminderAt when the approver is asked again
     * @param committee whether the committee is next
     */
    public record Next(Optional<Role> approver, Optional<Date> reminderAt, boolean committee, int votes) {}

    private static final String SCREENING = "screenUsage";

    private final UsageRequests requests;
    private final UsageStore store;
    private final UsageGauge gauge;
    private final UsageFindings findings;
    private final UsageApprovals approvals;
    private final UsageGrants grants;
    private final RuleQuestions rules;
    private final Parameters parameters;
    private final Budget budget;
    private final CaseFiles files;
    private final TimerDates timers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    UsageSteps(
            UsageRequests requests,
            UsageStore store,
            UsageGauge gauge,
            UsageFindings findings,
            UsageApprovals approvals,
            UsageGrants grants,
            RuleQuestions rules,
            Parameters parameters,
            Budget budget,
            CaseFiles files,
            TimerDates timers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.requests = requests;
        this.store = store;
        this.gauge = gauge;
        this.findings = findings;
        this.approvals = approvals;
        this.grants = grants;
        this.rules = rules;
        this.parameters = parameters;
        this.budget = budget;
        this.files = files;
        this.timers = timers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Asks the rules, on what the house knows and what the requester answers for. Where none forbids it, whoever must
     * look at a finding is asked before it is granted.
     *
     * @return false when a rule forbids it, which ends the request
     */
    public boolean screen(CaseId caseId) {
        var request = requests.open(caseId);
        if (request.measure() != null) {
            return true;
        }
        var measure = gauge.measure(
                request.product(), request.unit(), request.scenario(), request.purpose(), request.fields());
        store.measured(caseId, measure);
        var evaluation = rules.ask(caseId, SCREENING, facts(request, measure));
        findings.keep(caseId, evaluation);
        var forbidden = evaluation.findings().stream()
                .filter(finding -> finding.severity() == Severity.REJECT)
                .map(finding -> finding.id())
                .collect(Collectors.joining(", "));
        if (!forbidden.isEmpty()) {
            requests.refuse(request, "usageRefusedByRules", null);
            requests.publish("usage.refusedByRules", request, null, details("rules", forbidden));
            return false;
        }
        return true;
    }

    private UsageFacts facts(UsageRequest request, UsageGauge.Measure measure) {
        var form = request.form();
        var known = new HashMap<String, @Nullable Object>();
        known.put("purpose", request.purpose());
        known.put("admittedPurposes", store.admittedPurposes(request.product()));
        known.put("decisionImpact", gauge.impact(request.scenario()));
        known.put("legalBasis", form.legalBasis());
        known.put("consentProof", form.consentProof());
        known.put("sameLegalEntity", measure.sameLegalEntity());
        known.put("optOutOffered", form.optOutOffered());
        known.put("validTo", form.validTo());
        known.put("jrLevel", measure.jrLevel());
        known.put("containsPersonalInfo", measure.containsPersonalInfo());
        known.put("productListed", gauge.isListed(request.product()));
        known.put("supplierInGoodStanding", gauge.isSupplierInGoodStanding(request.product()));
        known.put("reuseAllowed", gauge.isReuseAllowed(request.product()));
        known.put("sameLine", measure.sameLine());
        known.put("storeResults", form.storeResults());
        known.put("retentionDays", form.retentionDays());
        known.put("resultsEncrypted", form.resultsEncrypted());
        return UsageFacts.of(known);
    }

    /**
     * Reserves what the calls of this fiscal year cost, before anybody is asked.
     *
     * @return false when the budget line cannot bear it, which ends the request
     */
    public boolean reserve(CaseId caseId) {
        var request = requests.open(caseId);
        var cost = request.cost();
        if (cost == null) {
            var due = gauge.cost(request);
            store.cost(caseId, due.amount());
            files.amount(caseId, due);
            var line = Objects.requireNonNull(request.form().costCentre());
            if (!due.isZero() && !budget.preCommit(caseId, line, due)) {
                requests.refuse(request, "usageRefusedForCost", null);
                requests.publish(
                        "usage.refusedForCost", request, null, details("budgetLine", line, "amount", due.amount()));
                return false;
            }
        }
        return true;
    }

    /** Whose approval is wanted next, if any is still missing; the committee comes last. */
    public Next next(CaseId caseId) {
        var request = requests.open(caseId);
        var approver = approvals.next(caseId).map(UsageApprovals.Step::role);
        var reminder = approver.map(asked -> timers.set(
                caseId,
                UsageAuthorizationProcess.USAGE_REMINDER_AT,
                new Term(clock.instant(), parameters.whole("access.usage.approval.reminder"))));
        var committee = approver.isEmpty() && request.path() == UsageRequest.Path.COMMITTEE;
        var votes = request.votesWanted();
        if (committee && votes == 0) {
            votes = parameters.whole("access.usage.votes");
            store.votesWanted(caseId, votes);
        }
        return new Next(approver, reminder, committee, votes);
    }

    /** An approver has been silent for the time of the reminder. */
    public void remindApprover(CaseId caseId) {
        // the task before the case, in the order in which a person's completion takes hold of them
        events.publishEvent(new TaskReminded(caseId, UsageAuthorizationProcess.Task.APPROVE_USAGE));
        requests.publish("usage.approverReminded", requests.open(caseId), null, details());
    }

    /**
     * Everybody has agreed: the use is granted, in its purpose and fields and for its term, unless the product is no
     * longer to be had.
     *
     * @return whether it was granted
     */
    public boolean activate(CaseId caseId) {
        if (store.get(caseId).state() == UsageRequest.State.GRANTED) {
            return true;
        }
        var request = requests.open(caseId);
        var until = gauge.until(request);
        var form = request.form();
        var granted = gauge.isListed(request.product())
                && gauge.isSupplierInGoodStanding(request.product())
                && !until.isBefore(gauge.today())
                && grants.give(new GrantStore.Terms(
                        caseId,
                        request.product(),
                        request.unit(),
                        request.scenario(),
                        request.purpose(),
                        form.callingSystem(),
                        request.fields(),
                        form.callsPerDay(),
                        form.costCentre(),
                        until,
                        gauge.notAfter(request.product())));
        if (granted) {
            store.end(caseId, UsageRequest.State.GRANTED, null);
            files.close(caseId, UsageRequest.State.GRANTED.name(), "usageGranted");
        } else {
            requests.refuse(request, "usageNoLongerPossible", null);
            requests.publish("usage.noLongerPossible", request, null, details());
        }
        return granted;
    }

    /**
     * The engine has stopped the process of a request that was taken back; state and money were settled then.
     *
     * @throws org.sluice.process.Conflict when nobody has taken it back: a message alone stops nothing
     */
    public void acknowledgeWithdrawal(CaseId caseId) {
        store.get(caseId).mustBe(UsageRequest.State.WITHDRAWN);
    }
}
