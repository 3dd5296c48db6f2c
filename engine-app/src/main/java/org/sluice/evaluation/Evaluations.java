package org.sluice.evaluation;

import static org.sluice.shared.Details.details;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductsInUse;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.NotPermitted;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.procurement.Contracts;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.Flow;
import org.sluice.shared.IdempotentRequests;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts evaluations, one at a time for a product: by hand, or because they are due; and stops them. */
@Service
public class Evaluations {

    /** What was started. */
    public record Receipt(CaseId caseId, String number) {}

    private final EvaluationStore store;
    private final ProductsInUse products;
    private final Contracts contracts;
    private final CaseFiles files;
    private final Flow flow;
    private final IdempotentRequests requests;
    private final Access access;
    private final Actors actors;
    private final Parameters parameters;
    private final Clock clock;
    private final EvaluationEvents events;

    Evaluations(
            EvaluationStore store,
            ProductsInUse products,
            Contracts contracts,
            CaseFiles files,
            Flow flow,
            IdempotentRequests requests,
            Access access,
            Actors actors,
            Parameters parameters,
            Clock clock,
            EvaluationEvents events) {
        this.store = store;
        this.products = products;
        this.contracts = contracts;
        this.files = files;
        this.flow = flow;
        this.requests = requests;
        this.access = access;
        this.actors = actors;
        this.parameters = parameters;
        this.clock = clock;
        this.events = events;
    }

    /** Whether the signed-in person may start an evaluation. */
    public boolean mayStart() {
        return mayStart(actors.current());
    }

    private boolean mayStart(Actor actor) {
        return access.acts(actor, Role.DATA_STEWARD, UnitCode.HEAD_OFFICE)
                || access.acts(actor, Role.DATA_HEAD, UnitCode.HEAD_OFFICE);
    }

    /** @throws NotPermitted when the signed-in person may start none */
    void requireStart() {
        if (!mayStart()) {
            throw new NotPermitted("evaluationStart");
        }
    }

    /**
     * Evaluates a product now, on behalf of the signed-in person.
     *
     * @param idempotencyKey the same key sent again answers the same and changes nothing; null asks for no protection
     * @throws Conflict when the product is not in use, or is being evaluated already
     */
    @Transactional
    public Receipt start(String productCode, @Nullable String idempotencyKey) {
        var actor = actors.current();
        if (!mayStart(actor)) {
            throw new NotPermitted("evaluationStart");
        }
        var product = products.byCode(productCode).orElseThrow(() -> new NotFound("product", productCode));
        return requests.once(
                actor,
                idempotencyKey,
                "evaluation.start",
                productCode,
                Receipt.class,
                () -> open(product.id(), Evaluation.Trigger.BY_HAND, actor));
    }

    /** The products that are due now and have no evaluation under way, the most urgent first. */
    @Transactional(readOnly = true)
    List<EvaluationStore.Due> due() {
        var today = clock.instant().atZone(WorkingDays.ZONE).toLocalDate();
        var days = parameters.whole("evaluation.contractDays");
        return store.due(
                today,
                parameters.whole("evaluation.everyMonths"),
                days,
                contracts.ending(today, today.plusDays(days)),
                parameters.whole("evaluation.atOnce"));
    }

    /**
     * Starts one that is due, for itself, so that one that cannot be started undoes no other; false when it was started in
     * the meantime, which stays as it is.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean startDue(EvaluationStore.Due due) {
        store.lockProduct(due.product());
        if (store.openOf(due.product()).isPresent()
                || !products.get(due.product()).isInUse()) {
            return false;
        }
        open(due.product(), due.trigger(), null);
        return true;
    }

    private Receipt open(UUID id, Evaluation.Trigger trigger, @Nullable Actor actor) {
        store.lockProduct(id);
        var product = products.get(id);
        store.openOf(id).ifPresent(open -> {
            throw new Conflict("evaluationOpen", product.code(), open.number());
        });
        if (!product.isInUse()) {
            throw new Conflict("productNotInUse", product.code(), product.state());
        }
        var caseId = CaseId.random();
        var number = store.nextNumber();
        files.open(
                caseId,
                CaseKind.EVALUATION,
                number,
                new LocalText(
                        "评估：" + product.name().zh(),
                        "Evaluation: " + product.name().en()),
                UnitCode.HEAD_OFFICE,
                actor == null ? null : actor.id(),
                null,
                Evaluation.State.OPEN.name(),
                null);
        store.open(caseId, number, id, product.supplier(), trigger);
        events.publish(
                "evaluation.opened",
                store.get(caseId),
                actor,
                details("product", product.name(), "evaluationTrigger", trigger));
        flow.start(
                EvaluationCycleProcess.KEY,
                caseId,
                Flags.of(EvaluationCycleProcess.CASE_ID, caseId)
                        .and(EvaluationCycleProcess.FIGURES_ENOUGH, false)
                        .and(EvaluationCycleProcess.VERIFIED, false));
        return new Receipt(caseId, number);
    }

    /**
     * Stops the evaluation of a product that leaves use in another way; where none is under way nothing happens.
     *
     * @param why what is told on the case
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(UUID product, LocalText why) {
        store.openOf(product).ifPresent(evaluation -> stop(evaluation, why));
    }

    void stop(Evaluation evaluation, LocalText why) {
        files.lock(evaluation.caseId());
        if (store.get(evaluation.caseId()).isOver()) {
            return;
        }
        store.state(evaluation.caseId(), Evaluation.State.STOPPED);
        store.end(evaluation.caseId());
        files.close(evaluation.caseId(), Evaluation.State.STOPPED.name(), "evaluationStopped");
        flow.send(EvaluationCycleProcess.Message.EVALUATION_STOPPED, evaluation.caseId());
        events.publish("evaluation.stopped", evaluation, null, details("reason", why));
    }
}
