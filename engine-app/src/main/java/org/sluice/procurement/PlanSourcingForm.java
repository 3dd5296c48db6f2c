package org.sluice.procurement;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.intake.Deadlines;
import org.sluice.intake.SourcingRequests;
import org.sluice.process.CaseId;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.procurement.PlanSourcing;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.process.procurement.SourcingChoice;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** Procurement plans: buys by itself, joins another purchase, or gives up. */
@Component
class PlanSourcingForm implements TaskForm<PlanSourcing> {

    private static final int MOST_HOSTS = 20;

    private final Purchases purchases;
    private final PurchaseStore store;
    private final SourcingRequests requests;
    private final OfferStore offers;
    private final CaseFiles files;
    private final Deadlines deadlines;

    PlanSourcingForm(
            Purchases purchases,
            PurchaseStore store,
            OfferStore offers,
            SourcingRequests requests,
            CaseFiles files,
            Deadlines deadlines) {
        this.purchases = purchases;
        this.store = store;
        this.requests = requests;
        this.offers = offers;
        this.files = files;
        this.deadlines = deadlines;
    }

    @Override
    public String key() {
        return ProcurementProcess.Task.PLAN_SOURCING;
    }

    @Override
    public Class<PlanSourcing> body() {
        return PlanSourcing.class;
    }

    @Override
    public PlanSourcing example(CaseId caseId) {
        return new PlanSourcing(
                SourcingChoice.PROCEED,
                null,
                3,
                false,
                false,
                false,
                true,
                false,
                "Three suppliers deliver these fields today.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return deadlines.own("procurement.plan.due", asked);
    }

    @Override
    public List<Choice> choices(CaseId caseId) {
        return store.hosts(caseId, requests.wish(caseId).form().dataClasses(), MOST_HOSTS).stream()
                .map(host -> new Choice("joinCase", host.number(), host.title(), false))
                .toList();
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, PlanSourcing body) {
        var purchase = purchases.open(caseId);
        var choice = Objects.requireNonNull(body.choice());
        store.plan(caseId, body);
        switch (choice) {
            case PROCEED -> {
                requests.sourcing(caseId);
                purchases.publish(
                        "purchase.planned",
                        purchase,
                        actor,
                        details("qualifiedSuppliers", body.qualifiedSuppliers(), "comment", body.comment()));
            }
            case JOIN -> join(actor, purchase, body);
            case GIVE_UP -> {
                purchases.publish("purchase.givenUp", purchase, actor, details("comment", body.comment()));
                purchases.reject(purchase, "sourcingGivenUp", body.comment());
            }
        }
        return Flags.of(ProcurementProcess.GIVEN_UP, choice == SourcingChoice.GIVE_UP)
                .and(ProcurementProcess.JOINED, choice == SourcingChoice.JOIN);
    }

    /** The host carries its wish from now on: whoever wished it is an initiator of the host as well. */
    private void join(Actor actor, Purchase purchase, PlanSourcing body) {
        var number = String.valueOf(body.joinCase()).strip();
        var host = files.numbered(number)
                .filter(id -> !id.equals(purchase.caseId()))
                .filter(id -> store.find(id).isPresent())
                .orElseThrow(() -> notJoinable(number));
        files.lock(host);
        var hosting = store.get(host);
        if (hosting.state() != Purchase.State.OPEN || isOfOtherData(purchase.caseId(), host)) {
            throw notJoinable(number);
        }
        // admissions and approvals look at what the purchase serves when its offer is chosen
        if (offers.chosen(host).isPresent()) {
            throw new Invalid(List.of(new FieldProblem("joinCase", "otherPurchaseChosen", number)));
        }
        requests.sourcing(purchase.caseId());
        var along = store.joinedTo(purchase.caseId());
        store.join(purchase.caseId(), host, Objects.requireNonNull(body.comment()), actor.id());
        store.state(purchase.caseId(), Purchase.State.JOINED);
        files.inherit(host, CaseFiles.INITIATE, purchase.caseId(), CaseFiles.INITIATE);
        purchases.publish(
                "purchase.joined",
                purchase,
                actor,
                details("purchaseNo", hosting.number(), "requirementNo", number, "comment", body.comment()));
        along.forEach(moved -> {
            files.inherit(host, CaseFiles.INITIATE, moved, CaseFiles.INITIATE);
            purchases.publish(
                    "purchase.goesAlong",
                    store.get(moved),
                    actor,
                    details("purchaseNo", hosting.number(), "requirementNo", number));
        });
        purchases.publish(
                "purchase.takesAlong",
                hosting,
                actor,
                details(
                        "purchaseNo",
                        purchase.number(),
                        "requirementNo",
                        requests.wish(purchase.caseId()).number()));
    }

    private boolean isOfOtherData(CaseId one, CaseId other) {
        return Collections.disjoint(
                requests.wish(one).form().dataClasses(),
                requests.wish(other).form().dataClasses());
    }

    private static Invalid notJoinable(String number) {
        return new Invalid(List.of(new FieldProblem("joinCase", "otherPurchaseUnknown", number)));
    }
}
