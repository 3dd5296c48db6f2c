package org.sluice.procurement;

import static org.sluice.shared.Details.details;
import static org.sluice.shared.Details.put;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sluice.access.UsageGrants;
import org.sluice.intake.ReviewSteps;
import org.sluice.intake.SourcingRequests;
import org.sluice.process.CaseId;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFacts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is bought for a case, in the order in which it was decided. */
@Component
class PurchaseFacts implements CaseFacts {

    private final PurchaseStore store;
    private final OfferStore offers;
    private final ContractStore contracts;
    private final ReviewSteps reviews;
    private final SourcingRequests requests;
    private final UsageGrants grants;

    PurchaseFacts(
            PurchaseStore store,
            OfferStore offers,
            ContractStore contracts,
            ReviewSteps reviews,
            SourcingRequests requests,
            UsageGrants grants) {
        this.store = store;
        this.offers = offers;
        this.contracts = contracts;
        this.reviews = reviews;
        this.requests = requests;
        this.grants = grants;
    }

    @Override
    public boolean knows(CaseId caseId) {
        return store.find(caseId).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayWithdraw(Actor actor, CaseId caseId) {
        var unsigned = store.host(caseId)
                .map(joined -> store.get(joined.host()).isUnsigned())
                .orElse(store.get(caseId).isUnsigned());
        return unsigned && requests.wish(caseId).createdBy().equals(actor.id());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> facts(CaseId caseId) {
        var purchase = store.get(caseId);
        var facts = new LinkedHashMap<String, Object>();
        put(facts, "purchaseNo", purchase.number());
        put(facts, "purchaseState", purchase.state());
        put(facts, "purchaseNote", purchase.note());
        put(
                facts,
                "joinedPurchase",
                store.host(caseId)
                        .map(joined -> requests.wish(joined.host()).number())
                        .orElse(null));
        put(
                facts,
                "servesAlso",
                store.joinedTo(caseId).stream()
                        .map(joined -> requests.wish(joined).number())
                        .collect(Collectors.joining(", ")));
        put(facts, "method", purchase.method());
        put(facts, "minQuotes", purchase.method() == null ? null : purchase.minQuotes());
        put(facts, "reasonDocument", purchase.reasonDocument());
        offers.chosen(caseId).ifPresent(offer -> {
            put(facts, "supplier", offer.supplierName());
            put(facts, "product", offer.productCode());
            put(facts, "offerAmount", offer.amount().amount());
            put(facts, "offerReasons", purchase.offerReasons());
            put(
                    facts,
                    "admittedUntil",
                    purchase.admittedUntil() == null
                            ? null
                            : purchase.admittedUntil().toString());
        });
        put(facts, "supervisorReport", purchase.supervisorReport() ? true : null);
        contracts.find(caseId).ifPresent(contract -> {
            put(facts, "contractNo", contract.contractNo());
            put(facts, "signedOn", contract.signedOn().toString());
            put(facts, "startsOn", contract.startsOn().toString());
            put(facts, "endsOn", contract.endsOn().toString());
            put(facts, "promisedHitRate", contract.promisedHitRate());
            put(
                    facts,
                    "supervisorReportedOn",
                    contract.supervisorReportedOn() == null
                            ? null
                            : contract.supervisorReportedOn().toString());
        });
        return facts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Table> tables(CaseId caseId) {
        return Stream.of(
                        new Table("quotations", quotations(caseId)),
                        new Table("contractApprovals", approvals(caseId)),
                        new Table("grants", granted(caseId)))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private List<Map<String, Object>> quotations(CaseId caseId) {
        return offers.all(caseId).stream()
                .map(offer -> details(
                        "supplier", offer.supplierName(),
                        "product", offer.productCode() == null ? offer.productName() : offer.productCode(),
                        "pricing", offer.pricing(),
                        "unitPrice", offer.unitPrice(),
                        "amount", offer.amount().amount(),
                        "contractMonths", offer.contractMonths(),
                        "quotedOn", offer.quotedOn().toString(),
                        "offerState", offer.state(),
                        "struckFor", offer.struckFor()))
                .toList();
    }

    private List<Map<String, Object>> approvals(CaseId caseId) {
        return reviews.all(caseId, ReviewSteps.Round.CONTRACT).stream()
                .filter(step -> step.answer() != null)
                .map(step -> details(
                        "role", step.role(),
                        "person", step.person(),
                        "approval", step.answer(),
                        "comment", step.comment()))
                .toList();
    }

    private List<Map<String, Object>> granted(CaseId caseId) {
        return grants
                .of(requests.served(caseId).stream()
                        .map(SourcingRequests.Wish::caseId)
                        .toList())
                .stream()
                .map(grant -> details(
                        "unit", grant.unitName(),
                        "product", grant.productCode(),
                        "scenario", grant.scenarioName(),
                        "grantState", grant.state(),
                        "until", grant.validTo().toString()))
                .toList();
    }

    /** Another purchase serves it; everything else an open task says. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> standing(CaseId caseId) {
        return store.get(caseId).state() == Purchase.State.JOINED
                ? store.host(caseId).map(joined -> new Standing("joinedPurchase", joined.at()))
                : Optional.empty();
    }
}
