package org.sluice.procurement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
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
                        insert into sluice.contract (case_id, contract_no, state, supplier, product, method, amount, signed_on,
                            starts_on, ends_on, supervisor_reported_on, registered_by, registered_at)
                        values (:case, :no, 'SIGNED', :supplier, :product, :method, :amount, :signed, :starts, :ends, :reported,
                            :by, :at)
                        """)
                .param("case", purchase.caseId().value())
                .param("no", body.contractNo())
                .param("supplier", offer.supplier())
                .param("product", offer.product())
                .param("method", purchase.method())
                .param("amount", offer.amount().amount())
                .param("signed", body.signedOn())
                .param("starts", body.startsOn())
                .param("ends", body.endsOn())
                .param("reported", body.supervisorReportedOn())
                .param("by", by.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @throws java.util.NoSuchElementException when no contract is registered */
    LocalDate endsOn(CaseId caseId) {
        return find(caseId).orElseThrow().endsOn();
    }

    Optional<Contract> find(CaseId caseId) {
        return jdbc.sql("select * from sluice.contract where case_id = ?")
                .param(caseId.value())
                .query((row, n) -> new Contract(
                        row.getString("contract_no"),
                        row.getString("state"),
                        row.getString("method"),
                        new Money(row.getBigDecimal("amount")),
                        row.getObject("signed_on", LocalDate.class),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getObject("supervisor_reported_on", LocalDate.class)))
                .optional();
    }
}
