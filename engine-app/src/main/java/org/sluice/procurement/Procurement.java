package org.sluice.procurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.access.UsageGrants;
import org.sluice.intake.SourcingRequests;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.procurement.Pricing;
import org.sluice.shared.Access;
import org.sluice.shared.Actors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what is bought for a case. */
@Service
public class Procurement {

    /**
     * A purchase.
     *
     * @param state OPEN, JOINED, CONTRACTED, LISTED, ENDED
     * @param method code of the table of methods, once it is known
     * @param joinedTo number of the requirement whose purchase serves this one
     * @param servesAlso numbers of the requirements that joined this one
     * @param admittedUntil the supplier's admission that was still valid, where none was made for this purchase
     */
    public record PurchaseSheet(
            String number,
            String state,
            @Nullable String method,
            int minQuotes,
            @Nullable String reasonDocument,
            @Nullable String joinedTo,
            List<String> servesAlso,
            List<OfferView> quotations,
            @Nullable String offerReasons,
            @Nullable LocalDate admittedUntil,
            boolean supervisorReport,
            @Nullable ContractView contract,
            List<UsageGrants.Grant> grants) {}

    /**
     * @param productCode null until a new product is chosen
     * @param state STANDING, CHOSEN, STRUCK, SUPERSEDED
     * @param struckFor whose admission was refused: SUPPLIER, PRODUCT; null unless it was struck
     */
    public record OfferView(
            String supplierCode,
            LocalText supplierName,
            @Nullable String productCode,
            String productName,
            Pricing pricing,
            @Nullable BigDecimal unitPrice,
            Money amount,
            int contractMonths,
            LocalDate quotedOn,
            String state,
            @Nullable String struckFor) {}

    /**
     * @param state of domain section 2.8
     * @param promisedHitRate share of calls that the supplier has promised to answer; null where it has promised none
     */
    public record ContractView(
            String contractNo,
            String state,
            Money amount,
            LocalDate signedOn,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable BigDecimal promisedHitRate,
            @Nullable LocalDate supervisorReportedOn) {}

    private final PurchaseStore store;
    private final OfferStore offers;
    private final ContractStore contracts;
    private final Contracts signed;
    private final SourcingRequests requests;
    private final UsageGrants grants;
    private final Access access;
    private final Actors actors;

    Procurement(
            PurchaseStore store,
            OfferStore offers,
            ContractStore contracts,
            Contracts signed,
            SourcingRequests requests,
            UsageGrants grants,
            Access access,
            Actors actors) {
        this.store = store;
        this.offers = offers;
        this.contracts = contracts;
        this.signed = signed;
        this.requests = requests;
        this.grants = grants;
        this.access = access;
        this.actors = actors;
    }

    /**
     * For whoever started the case, and people who may see its unit.
     *
     * @throws org.sluice.process.NotFound when nothing is bought in this case
     */
    @Transactional(readOnly = true)
    public PurchaseSheet purchase(CaseId caseId) {
        var actor = actors.current();
        var wish = requests.wish(caseId);
        if (!wish.createdBy().equals(actor.id())) {
            access.requireSees(actor, wish.unit());
        }
        var purchase = store.get(caseId);
        var served = Stream.concat(Stream.of(caseId), store.joinedTo(caseId).stream())
                .flatMap(each -> requests.served(each).stream())
                .filter(each ->
                        access.sees(actor, each.unit()) || each.createdBy().equals(actor.id()))
                .map(SourcingRequests.Wish::caseId)
                .toList();
        return new PurchaseSheet(
                purchase.number(),
                purchase.state().name(),
                purchase.method(),
                purchase.minQuotes(),
                purchase.reasonDocument(),
                store.host(caseId)
                        .map(joined -> requests.wish(joined.host()).number())
                        .orElse(null),
                store.joinedTo(caseId).stream()
                        .map(joined -> requests.wish(joined).number())
                        .toList(),
                offers.all(caseId).stream().map(Procurement::view).toList(),
                purchase.offerReasons(),
                purchase.admittedUntil(),
                purchase.supervisorReport(),
                contracts.find(caseId).map(this::view).orElse(null),
                grants.of(served));
    }

    private static OfferView view(Offer offer) {
        return new OfferView(
                offer.supplierCode(),
                offer.supplierName(),
                offer.productCode(),
                offer.productName(),
                offer.pricing(),
                offer.unitPrice(),
                offer.amount(),
                offer.contractMonths(),
                offer.quotedOn(),
                offer.state().name(),
                offer.struckFor() == null ? null : offer.struckFor().name());
    }

    private ContractView view(Contract contract) {
        return new ContractView(
                contract.contractNo(),
                signed.state(contract).name(),
                contract.amount(),
                contract.signedOn(),
                contract.startsOn(),
                contract.endsOn(),
                contract.promisedHitRate(),
                contract.supervisorReportedOn());
    }
}
