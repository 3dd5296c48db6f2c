package org.sluice.procurement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.PersonId;
import org.sluice.process.procurement.Pricing;
import org.sluice.process.procurement.Quotation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of quotations: rounds are added, what an earlier one brought stays on record. */
@Component
class OfferStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    OfferStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void supersede(CaseId caseId) {
        jdbc.sql(
                        "update sluice.quotation set state = 'SUPERSEDED' where case_id = ? and state in ('STANDING', 'CHOSEN')")
                .param(caseId.value())
                .update();
    }

    void add(
            CaseId caseId,
            int round,
            UUID supplier,
            @Nullable UUID product,
            String productName,
            Quotation quotation,
            PersonId by) {
        jdbc.sql("""
                        insert into sluice.quotation (id, case_id, round, supplier, product, product_name, pricing, unit_price,
                            amount, contract_months, quoted_on, state, recorded_by, recorded_at)
                        values (:id, :case, :round, :supplier, :product, :name, :pricing, :price, :amount, :months, :on,
                            'STANDING', :by, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("case", caseId.value())
                .param("round", round)
                .param("supplier", supplier)
                .param("product", product)
                .param("name", productName)
                .param("pricing", String.valueOf(quotation.pricing()))
                .param("price", quotation.pricing() == Pricing.FREE ? null : quotation.unitPrice())
                .param("amount", quotation.amount())
                .param("months", quotation.contractMonths())
                .param("on", quotation.quotedOn())
                .param("by", by.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Purchases that are not listed and have an offer of this product which is neither struck nor superseded. */
    List<CaseId> underWayOf(UUID product) {
        return underWay("q.product = ?", product);
    }

    /** Such purchases with an offer of this supplier that names no product of the catalogue. */
    List<CaseId> underWayUnnamed(UUID supplier) {
        return underWay("q.product is null and q.supplier = ?", supplier);
    }

    /** @param condition a constant of this class */
    private List<CaseId> underWay(String condition, UUID value) {
        return jdbc.sql("""
                        select p.case_id from sluice.purchase p where p.state in ('OPEN', 'CONTRACTED')
                          and exists (select 1 from sluice.quotation q where q.case_id = p.case_id
                                      and q.state in ('STANDING', 'CHOSEN') and %s)
                        order by p.number
                        """.formatted(condition))
                .param(value)
                .query((row, n) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    /** The product that an earlier choice of the same case made of this supplier's offer by this name. */
    Optional<UUID> productOf(CaseId caseId, UUID supplier, String productName) {
        return jdbc.sql("""
                        select product from sluice.quotation
                        where case_id = ? and supplier = ? and product_name = ? and product is not null
                        order by round desc limit 1
                        """)
                .params(caseId.value(), supplier, productName)
                .query(UUID.class)
                .optional();
    }

    void choose(Offer offer, UUID product) {
        jdbc.sql("update sluice.quotation set state = 'CHOSEN', product = ? where id = ?")
                .params(product, offer.id())
                .update();
    }

    void strike(Offer offer, Offer.StruckFor why) {
        jdbc.sql("update sluice.quotation set state = 'STRUCK', struck_for = ? where id = ?")
                .params(why.name(), offer.id())
                .update();
    }

    /** Cases in which an offer of this supplier stands or is chosen. */
    List<CaseId> casesWithOffersOf(UUID supplier) {
        return jdbc.sql("""
                        select distinct case_id from sluice.quotation
                        where supplier = ? and state in ('STANDING', 'CHOSEN') order by case_id
                        """)
                .param(supplier)
                .query((row, n) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    /** All that were ever made, the latest round first, the cheapest of a round first. */
    List<Offer> all(CaseId caseId) {
        return jdbc.sql("""
                        select q.*, s.code as supplier_code, s.name_zh, s.name_en, p.code as product_code
                        from sluice.quotation q join sluice.supplier s on s.id = q.supplier
                        left join sluice.data_product p on p.id = q.product
                        where q.case_id = ? order by q.round desc, q.amount, s.code
                        """).param(caseId.value()).query(OfferStore::offer).list();
    }

    /** Those that may be chosen now, the cheapest first. */
    List<Offer> standing(CaseId caseId) {
        return all(caseId).stream()
                .filter(offer -> offer.state() == Offer.State.STANDING)
                .toList();
    }

    Optional<Offer> chosen(CaseId caseId) {
        return all(caseId).stream()
                .filter(offer -> offer.state() == Offer.State.CHOSEN)
                .findFirst();
    }

    /** @throws Conflict when none is chosen */
    Offer taken(CaseId caseId) {
        return chosen(caseId).orElseThrow(() -> new Conflict("noOfferChosen"));
    }

    private static Offer offer(ResultSet row, int n) throws SQLException {
        var struck = row.getString("struck_for");
        return new Offer(
                row.getObject("id", UUID.class),
                row.getObject("supplier", UUID.class),
                row.getString("supplier_code"),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                row.getObject("product", UUID.class),
                row.getString("product_code"),
                row.getString("product_name"),
                Pricing.valueOf(row.getString("pricing")),
                row.getBigDecimal("unit_price"),
                new Money(row.getBigDecimal("amount")),
                row.getInt("contract_months"),
                row.getObject("quoted_on", LocalDate.class),
                Offer.State.valueOf(row.getString("state")),
                struck == null ? null : Offer.StruckFor.valueOf(struck));
    }
}
