package org.sluice.procurement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sluice.process.CaseId;
import org.sluice.process.Money;
import org.sluice.process.PersonId;
import org.sluice.process.procurement.RegisterContract;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of contracts. */
@Component
class ContractStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ContractStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isTaken(String contractNo) {
        return jdbc.sql("select exists (select 1 from sluice.contract where contract_no = ?)")
                .param(contractNo)
                .query(Boolean.class)
                .single();
    }

    void insert(Purchase purchase, Offer offer, RegisterContract body, PersonId by) {
        jdbc.sql("""
                        insert into sluice.contract (id, case_id, contract_no, supplier, product, method, amount, signed_on,
                            starts_on, ends_on, promised_hit_rate, supervisor_reported_on, registered_by, registered_at)
                        values (:id, :case, :no, :supplier, :product, :method, :amount, :signed, :starts, :ends, :promised, :reported, :by, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("case", purchase.caseId().value())
                .param("no", body.contractNo())
                .param("supplier", offer.supplier())
                .param("product", offer.product())
                .param("method", purchase.method())
                .param("amount", offer.amount().amount())
                .param("signed", body.signedOn())
                .param("starts", body.startsOn())
                .param("ends", body.endsOn())
                .param("promised", body.promisedHitRate())
                .param("reported", body.supervisorReportedOn())
                .param("by", by.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @throws java.util.NoSuchElementException when no contract is registered */
    Contract get(CaseId caseId) {
        return find(caseId).orElseThrow();
    }

    /** What a purchase was signed with. */
    Optional<Contract> find(CaseId caseId) {
        return contracts("where case_id = ?", caseId.value()).stream().findFirst();
    }

    Optional<Contract> find(UUID contract) {
        return contracts("where id = ?", contract).stream().findFirst();
    }

    /** The latest first. */
    List<Contract> ofProduct(UUID product) {
        return contracts("where product = ? order by starts_on desc, contract_no desc", product);
    }

    Map<UUID, LocalDate> ending(LocalDate from, LocalDate to) {
        var first = new HashMap<UUID, LocalDate>();
        jdbc.sql("""
                        select product, min(ends_on) as ends_on from sluice.contract
                        where ends_on between ? and ? and closed_on is null group by product
                        """).params(from, to).query(row -> {
            first.put(row.getObject("product", UUID.class), row.getObject("ends_on", LocalDate.class));
        });
        return first;
    }

    /** Makes closings of one contract happen one after the other until this transaction ends. */
    void lock(UUID contract) {
        jdbc.sql("select 1 from sluice.contract where id = ? for update")
                .param(contract)
                .query(Integer.class)
                .optional();
    }

    void close(UUID contract, LocalDate on, Money settled, CaseId why, PersonId by) {
        jdbc.sql("""
                        update sluice.contract set closed_on = ?, settled = ?, closed_for = ?, closed_by = ?
                        where id = ? and closed_on is null
                        """)
                .params(on, settled.amount(), why.value(), by.value(), contract)
                .update();
    }

    private List<Contract> contracts(String where, Object value) {
        return jdbc.sql("select * from sluice.contract " + where)
                .param(value)
                .query(ContractStore::contract)
                .list();
    }

    private static Contract contract(ResultSet row, int n) throws SQLException {
        var purchase = row.getObject("case_id", UUID.class);
        var settled = row.getBigDecimal("settled");
        return new Contract(
                row.getObject("id", UUID.class),
                purchase == null ? null : new CaseId(purchase),
                row.getString("contract_no"),
                row.getObject("supplier", UUID.class),
                row.getObject("product", UUID.class),
                row.getString("method"),
                new Money(row.getBigDecimal("amount")),
                row.getObject("signed_on", LocalDate.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getBigDecimal("promised_hit_rate"),
                row.getObject("supervisor_reported_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                settled == null ? null : new Money(settled));
    }
}
