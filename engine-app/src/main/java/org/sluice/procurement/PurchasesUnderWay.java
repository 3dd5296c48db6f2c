package org.sluice.procurement;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.sluice.catalog.ProductRegister;
import org.sluice.intake.SourcingRequests;
import org.sluice.process.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is being bought and not listed yet, for features that ask about one product; nobody's right is checked. */
@Service
public class PurchasesUnderWay {

    private final OfferStore offers;
    private final PurchaseStore purchases;
    private final SourcingRequests requests;
    private final ProductRegister products;

    PurchasesUnderWay(OfferStore offers, PurchaseStore purchases, SourcingRequests requests, ProductRegister products) {
        this.offers = offers;
        this.purchases = purchases;
        this.requests = requests;
        this.products = products;
    }

    /**
     * Cases with a standing or chosen offer of this product, and those that have joined them. An offer that names no
     * product of the catalogue may be this one under another name: it counts where the product's supplier offers data of
     * the product's class.
     */
    @Transactional(readOnly = true)
    public List<CaseId> withOfferOf(UUID product) {
        var supplier = products.get(product).supplier();
        var dataClass = products.delivery(product).dataClass();
        var buying = Stream.concat(
                offers.underWayOf(product).stream(),
                offers.underWayUnnamed(supplier).stream().filter(caseId -> requests.served(caseId).stream()
                        .anyMatch(wish -> wish.form().dataClasses().contains(dataClass))));
        return buying.flatMap(caseId -> Stream.concat(Stream.of(caseId), purchases.joinedTo(caseId).stream()))
                .distinct()
                .toList();
    }
}
