package org.sluice.procurement;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.intake.Deadlines;
import org.sluice.intake.ReviewSteps;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.procurement.ApproveContract;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** One rung of the approvals before signature; each by another person. */
@Component
class ApproveContractForm implements TaskForm<ApproveContract> {

    private final Purchases purchases;
    private final OfferStore offers;
    private final ReviewSteps reviews;
    private final Deadlines deadlines;

    ApproveContractForm(Purchases purchases, OfferStore offers, ReviewSteps reviews, Deadlines deadlines) {
        this.purchases = purchases;
        this.offers = offers;
        this.reviews = reviews;
        this.deadlines = deadlines;
    }

    @Override
    public String key() {
        return ProcurementProcess.Task.APPROVE_CONTRACT;
    }

    @Override
    public Class<ApproveContract> body() {
        return ApproveContract.class;
    }

    @Override
    public ApproveContract example(CaseId caseId) {
        return new ApproveContract(true, "Approved.");
    }

    @Override
    public LocalText subject(CaseId caseId) {
        return offers.taken(caseId).called();
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(
                CaseFiles.INITIATE,
                ProcurementProcess.Task.PLAN_SOURCING,
                ProcurementProcess.Task.RECORD_QUOTATIONS,
                ProcurementProcess.Task.CHOOSE_OFFER,
                ProcurementProcess.Task.SETTLE_OVERRUN,
                key());
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return deadlines.whole(caseId, Deadlines.ClockName.CONTRACT);
    }

    @Override
    public List<Figure> figures(CaseId caseId) {
        var offer = offers.taken(caseId);
        return List.of(new Figure("offered", offer.supplierName(), offer.amount()));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ApproveContract body) {
        var purchase = purchases.open(caseId);
        var approved = Boolean.TRUE.equals(body.approved());
        var step = reviews.answer(
                caseId,
                ReviewSteps.Round.CONTRACT,
                actor.id(),
                !approved,
                approved ? "APPROVED" : "REFUSED",
                body.comment());
        purchases.publish(
                approved ? "purchase.approved" : "purchase.refused",
                purchase,
                actor,
                details("role", step.role(), "comment", body.comment()));
        if (!approved) {
            purchases.reject(purchase, "contractRefused", body.comment());
        }
        return Flags.of(ProcurementProcess.APPROVED, approved);
    }
}
