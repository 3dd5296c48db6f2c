package org.sluice.procurement;

import static org.sluice.shared.Details.details;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.admission.Admissions;
import org.sluice.intake.SourcingRequests;
import org.sluice.process.CaseId;
import org.sluice.process.intake.RequirementState;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What the steps of a purchase have in common: who holds it, how it ends, and what becomes of those that joined it. */
@Component
class Purchases {

    private final PurchaseStore store;
    private final SourcingRequests requests;
    private final CaseFiles files;
    private final Admissions admissions;
    private final Flow flow;
    private final ApplicationEventPublisher events;

    Purchases(
            PurchaseStore store,
            SourcingRequests requests,
            CaseFiles files,
            Admissions admissions,
            Flow flow,
            ApplicationEventPublisher events) {
        this.store = store;
        this.requests = requests;
        this.files = files;
        this.admissions = admissions;
        this.flow = flow;
        this.events = events;
    }

    /** The purchase, held until this transaction ends, if it can still take a step. */
    Purchase open(CaseId caseId) {
        return held(caseId, Purchase.State.OPEN);
    }

    Purchase held(CaseId caseId, Purchase.State state) {
        requests.hold(caseId);
        var purchase = store.get(caseId);
        purchase.mustBe(state);
        return purchase;
    }

    /**
     * Nothing is bought: the requirement is rejected, its budget released, and whoever had joined begins anew.
     *
     * @param outcome message key below {@code outcome.}
     */
    void reject(Purchase purchase, String outcome, @Nullable String reason) {
        comeToNothing(purchase, outcome, reason);
        requests.end(purchase.caseId(), RequirementState.REJECTED, outcome, reason);
    }

    /** Ends the purchase alone; what becomes of its requirement is settled elsewhere. */
    void comeToNothing(Purchase purchase, String outcome, @Nullable String reason) {
        store.end(purchase.caseId(), reason);
        store.letGo(purchase.caseId());
        admissions.cancel(purchase.caseId());
        store.joinedTo(purchase.caseId()).forEach(joined -> beginAnew(joined, purchase, outcome));
    }

    /** What had joined a purchase that came to nothing is planned by itself, approved and paid for as it is. */
    private void beginAnew(CaseId joined, Purchase host, String outcome) {
        files.lock(joined);
        var own = store.get(joined);
        if (own.state() != Purchase.State.JOINED) {
            return;
        }
        store.letGo(joined);
        store.state(joined, Purchase.State.OPEN);
        requests.backToApproved(joined);
        flow.send(ProcurementProcess.Message.SOURCING_REQUESTED, joined);
        publish("purchase.reopened", own, null, details("purchaseNo", host.number(), "hostOutcome", outcome));
        publish("purchase.letGo", host, null, details("purchaseNo", own.number()));
    }

    void publish(String action, Purchase purchase, @Nullable Actor actor, Map<String, Object> details) {
        events.publishEvent(new Auditable(action, purchase.caseId(), actor, purchase.subject(), details));
    }
}
