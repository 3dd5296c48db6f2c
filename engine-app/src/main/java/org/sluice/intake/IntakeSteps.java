package org.sluice.intake;

import static org.sluice.shared.Details.details;

import java.util.List;
import java.util.Optional;
import org.sluice.budget.Budget;
import org.sluice.process.CaseId;
import org.sluice.process.Role;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.intake.RequirementState;
import org.sluice.shared.Flow;
import org.sluice.shared.TaskReminded;
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
public class IntakeSteps {

    private final Requirements requirements;
    private final RequirementStore store;
    private final Matches matches;
    private final ReviewSteps steps;
    private final Budget budget;
    private final Flow flow;
    private final ApplicationEventPublisher events;

    IntakeSteps(
            Requirements requirements,
            RequirementStore store,
            Matches matches,
            ReviewSteps steps,
            Budget budget,
            Flow flow,
            ApplicationEventPublisher events) {
        this.requirements = requirements;
        this.store = store;
        this.matches = matches;
        this.steps = steps;
        this.budget = budget;
        this.flow = flow;
        this.events = events;
    }

    /** The owner has been silent for the time of the reminder. */
    public void remindOwner(CaseId caseId) {
        // the task before the case, in the order in which a person's completion takes hold of them
        events.publishEvent(new TaskReminded(caseId, RequirementIntakeProcess.Task.CONFIRM_NEED));
        requirements.publish("requirement.ownerReminded", requirements.open(caseId), null, details());
    }

    /** The owner has been silent for too long: the case closes. */
    public void closeSilent(CaseId caseId) {
        var requirement = requirements.open(caseId);
        requirements.end(requirement, RequirementState.CLOSED, "closedUnanswered", null);
        requirements.publish("requirement.closedUnanswered", requirement, null, details());
    }

    /**
     * Looks for what the bank already has, and keeps it for the triage. Everybody who sees this case reads its thread, so
     * that it names products of the catalogue, and of other units' requirements only how many there are and how alike.
     */
    public void findSimilar(CaseId caseId) {
        var requirement = requirements.open(caseId);
        var found = matches.of(requirement);
        matches.keep(caseId, found);
        var products = of(found, Matches.Kind.PRODUCT);
        var open = of(found, Matches.Kind.REQUIREMENT);
        requirements.publish(
                "requirement.matched",
                requirement,
                null,
                details(
                        "product",
                        products.isEmpty() ? null : products.get(0).code() + " (" + share(products.get(0)) + ")",
                        "similarRequirements",
                        open.size(),
                        "score",
                        open.isEmpty() ? null : share(open.get(0))));
    }

    /** Whose opinion is wanted next, if any is still missing. */
    public Optional<Role> nextOpinion(CaseId caseId) {
        return next(caseId, ReviewSteps.Round.OPINION);
    }

    /** Whose approval is wanted next, if any is still missing. */
    public Optional<Role> nextApproval(CaseId caseId) {
        return next(caseId, ReviewSteps.Round.REQUIREMENT);
    }

    /** @return false when the budget line cannot bear the requirement, or the source has no line this year */
    public boolean reserveBudget(CaseId caseId) {
        var requirement = requirements.open(caseId);
        if (requirement.budget().isZero() || budget.holds(caseId)) {
            return true;
        }
        var form = requirement.form();
        var source = java.util.Objects.requireNonNull(form.budgetSource());
        return budget.lineFor(source, form.businessLine(), requirement.unit())
                .map(line -> budget.preCommit(caseId, line.code(), requirement.budget()))
                .orElse(false);
    }

    /** Everybody has approved: procurement is asked, by a message that starts its process once this is committed. */
    public void handOver(CaseId caseId) {
        var requirement = store.get(caseId);
        if (requirement.state() == RequirementState.APPROVED) {
            return;
        }
        requirement = requirements.open(caseId);
        requirements.state(requirement, RequirementState.APPROVED);
        store.askForSourcing(caseId, requirement.budget());
        flow.send(RequirementIntakeProcess.Message.SOURCING_REQUESTED, caseId);
        requirements.publish(
                "requirement.handedOver",
                requirement,
                null,
                details("amount", requirement.budget().amount()));
    }

    /**
     * The engine has stopped the process of a withdrawn requirement; state and money were settled when the initiator
     * withdrew.
     *
     * @throws org.sluice.process.Conflict when nobody has withdrawn it: a message alone stops nothing
     */
    public void acknowledgeWithdrawal(CaseId caseId) {
        store.get(caseId).mustBe(RequirementState.WITHDRAWN);
    }

    private Optional<Role> next(CaseId caseId, ReviewSteps.Round round) {
        requirements.hold(caseId);
        return steps.next(caseId, round).map(ReviewSteps.Step::role);
    }

    private static List<Matches.Match> of(List<Matches.Match> found, Matches.Kind kind) {
        return found.stream().filter(match -> match.kind() == kind).toList();
    }

    private static String share(Matches.Match match) {
        return Math.round(match.score().total() * 100) + "%";
    }
}
