package org.sluice.intake;

import static org.sluice.shared.Details.details;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.budget.Budget;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.Conflict;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.NotPermitted;
import org.sluice.process.Page;
import org.sluice.process.UnitCode;
import org.sluice.process.Withdraw;
import org.sluice.process.intake.BudgetSource;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.intake.RequirementState;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flow;
import org.sluice.shared.IdempotentRequests;
import org.sluice.ui.intake.IntakeDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The requester's desk: what the bank already has, sending a wish, following it, taking it back. */
@Service
public class Intake implements IntakeDesk {

    private final Submission submission;
    private final IntakeChoices choices;
    private final SensitivityGrading grading;
    private final Requirements requirements;
    private final RequirementStore store;
    private final RequirementList list;
    private final Matches matches;
    private final CaseFiles files;
    private final Budget budget;
    private final Parameters parameters;
    private final IntakeStart start;
    private final Flow flow;
    private final IdempotentRequests requests;
    private final Access access;
    private final Actors actors;
    private final ApplicationEventPublisher events;

    Intake(
            Submission submission,
            IntakeChoices choices,
            SensitivityGrading grading,
            Requirements requirements,
            RequirementStore store,
            RequirementList list,
            Matches matches,
            CaseFiles files,
            Budget budget,
            Parameters parameters,
            IntakeStart start,
            Flow flow,
            IdempotentRequests requests,
            Access access,
            Actors actors,
            ApplicationEventPublisher events) {
        this.submission = submission;
        this.choices = choices;
        this.grading = grading;
        this.requirements = requirements;
        this.store = store;
        this.list = list;
        this.matches = matches;
        this.files = files;
        this.budget = budget;
        this.parameters = parameters;
        this.start = start;
        this.flow = flow;
        this.requests = requests;
        this.access = access;
        this.actors = actors;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Choices choices() {
        access.requireCatalogue(actors.current());
        return choices.forPerson(actors.current());
    }

    @Override
    @Transactional(readOnly = true)
    public Grade grade(RequirementForm draft) {
        return grading.grade(draft);
    }

    /** Requirements of units that the person may not see are left out; products are everybody's. */
    @Override
    @Transactional(readOnly = true)
    public List<Match> similar(RequirementForm draft) {
        var actor = actors.current();
        access.requireCatalogue(actor);
        return matches.beside(draft, unit -> access.sees(actor, unit)).stream()
                .limit(parameters.whole("similarity.kept"))
                .map(match -> new Match(
                        match.kind() == Matches.Kind.PRODUCT,
                        match.code(),
                        match.name(),
                        match.state(),
                        match.score().total(),
                        match.score().dataClass(),
                        match.score().subject(),
                        match.score().fields(),
                        match.score().region(),
                        match.reuseAllowed(),
                        match.kind() == Matches.Kind.REQUIREMENT ? new CaseId(match.reference()) : null))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable Money available(BudgetSource source, @Nullable String businessLine, @Nullable String branchCode) {
        if (branchCode == null) {
            return null;
        }
        var unit = new UnitCode(branchCode);
        if (!submission.mayAsk(actors.current(), unit)) {
            throw new NotPermitted("requester", unit);
        }
        return budget.lineFor(source, businessLine, unit)
                .map(line -> line.available())
                .orElse(null);
    }

    @Override
    @Transactional
    public Receipt submit(RequirementForm form, String idempotencyKey) {
        return send(form, idempotencyKey);
    }

    /** As {@link #submit}; a null key means that the caller asks for no protection against doubles. */
    @Transactional
    public Receipt send(RequirementForm form, @Nullable String idempotencyKey) {
        var actor = actors.current();
        return requests.once(actor, idempotencyKey, "requirement.submit", form, Receipt.class, () -> take(actor, form));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Row> requirements(@Nullable String text, boolean onlyMine, int offset, int limit) {
        var actor = actors.current();
        var units = access.visibleUnits(actor).orElse(null);
        return list.page(text, onlyMine ? actor.id() : null, units, offset, limit)
                .map(line -> new Row(
                        line.caseId(),
                        line.number(),
                        line.title(),
                        line.state(),
                        line.unitName(),
                        line.budget(),
                        line.createdAt(),
                        line.waitingAt(),
                        line.due()));
    }

    /** Only who started it takes it back, until a contract is signed for it; doing it twice changes nothing. */
    @Override
    @Transactional
    public void withdraw(CaseId caseId, Withdraw body) {
        var actor = actors.current();
        if (!body.problems().isEmpty()) {
            throw new Invalid(body.problems());
        }
        var requirement = store.get(caseId);
        if (!requirement.createdBy().equals(actor.id())) {
            access.requireSees(actor, requirement.unit());
            throw new NotPermitted("withdraw", requirement.number());
        }
        files.lock(caseId);
        requirement = store.get(caseId);
        if (requirement.state() == RequirementState.WITHDRAWN) {
            return;
        }
        if (!requirement.isOpen() && !requirement.isHandedOver()) {
            throw new Conflict("requirementState", requirement.number(), requirement.state());
        }
        requirements.end(requirement, RequirementState.WITHDRAWN, "withdrawn", body.reason());
        requirements.publish("requirement.withdrawn", requirement, actor, details("reason", body.reason()));
        if (requirement.isOpen()) {
            flow.send(RequirementIntakeProcess.Message.REQUIREMENT_WITHDRAWN, caseId);
        } else {
            // whoever buys for it may still say no: then nothing of this has happened
            events.publishEvent(new RequirementTakenBack(caseId, requirement.number()));
        }
    }

    /** As {@link #withdraw}; a null key means that the caller asks for no protection against doubles. */
    @Transactional
    public Receipt takeBack(CaseId caseId, Withdraw body, @Nullable String idempotencyKey) {
        var request = List.of(caseId, body);
        return requests.once(actors.current(), idempotencyKey, "requirement.withdraw", request, Receipt.class, () -> {
            withdraw(caseId, body);
            return receipt(caseId);
        });
    }

    /** Case and number of a requirement that the person may see. */
    @Transactional(readOnly = true)
    public Receipt receipt(CaseId caseId) {
        var requirement = store.get(caseId);
        access.requireSees(actors.current(), requirement.unit());
        return new Receipt(caseId, requirement.number());
    }

    private Receipt take(Actor actor, RequirementForm form) {
        var requirement = submission.requirement(actor, form);
        var caseId = requirement.caseId();
        var title = Objects.requireNonNull(form.title());
        files.open(
                caseId,
                CaseKind.REQUIREMENT,
                requirement.number(),
                new LocalText(title, title),
                requirement.unit(),
                actor.id(),
                requirement.budget(),
                requirement.state().name(),
                null);
        store.insert(requirement);
        requirements.publish(
                "requirement.submitted",
                requirement,
                actor,
                details(
                        "urgency",
                        form.urgency(),
                        "amount",
                        requirement.budget().amount()));
        start.start(caseId);
        return new Receipt(caseId, requirement.number());
    }

    /** The units for which a person may ask. */
    static Set<UnitCode> asksFor(Actor actor, Submission submission) {
        var units = new HashSet<UnitCode>();
        actor.rights().stream()
                .map(Actor.Right::unit)
                .filter(unit -> submission.mayAsk(actor, unit))
                .forEach(units::add);
        return units;
    }
}
