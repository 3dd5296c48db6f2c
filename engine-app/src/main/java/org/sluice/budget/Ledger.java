package org.sluice.budget;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Money;
import org.sluice.process.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries and postings: each entry moves an amount between two buckets of a line and sums to zero. */
@Component
class Ledger {

    /** What is pre-committed for a case now. */
    record Held(String line, Money amount) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Ledger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes all movements on one line happen one after the other until this transaction ends. */
    void lock(String line) {
        var held = jdbc.sql("select 1 from sluice.budget_line where code = ? for update")
                .param(line)
                .query(Integer.class)
                .optional();
        if (held.isEmpty()) {
            throw new NotFound("budgetLine", line);
        }
    }

    Optional<Held> preCommitted(CaseId caseId) {
        return jdbc.sql("""
                        select p.budget_line, sum(p.amount) as held
                        from sluice.ledger_posting p join sluice.ledger_entry e on e.id = p.entry
                        where e.case_id = ? and p.bucket = 'PRE_COMMITTED'
                        group by p.budget_line having sum(p.amount) > 0
                        """)
                .param(caseId.value())
                .query((row, n) -> new Held(row.getString("budget_line"), new Money(row.getBigDecimal("held"))))
                .optional();
    }

    void move(CaseId caseId, String kind, String line, String from, String to, Money amount) {
        var turn = jdbc.sql("select count(*) from sluice.ledger_entry where case_id = ? and kind = ?")
                .params(caseId.value(), kind)
                .query(Long.class)
                .single();
        var entry = jdbc.sql("""
                        insert into sluice.ledger_entry (reference, kind, case_id, at) values (?, ?, ?, ?) returning id
                        """)
                .params(
                        kind.toLowerCase(java.util.Locale.ROOT) + ":" + caseId + ":" + turn,
                        kind,
                        caseId.value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        post(entry, line, from, amount.negated());
        post(entry, line, to, amount);
    }

    /** What is committed for a contract now, by line; the line that is locked first comes first. */
    List<Held> committed(@Nullable CaseId purchase, UUID contract) {
        return jdbc.sql("""
                        select p.budget_line, sum(p.amount) as held
                        from sluice.ledger_posting p join sluice.ledger_entry e on e.id = p.entry
                        where (e.contract = :contract or e.case_id = :case) and p.bucket = 'COMMITTED'
                        group by p.budget_line having sum(p.amount) > 0 order by p.budget_line
                        """)
                .param("contract", contract)
                .param("case", purchase == null ? null : purchase.value(), Types.OTHER)
                .query((row, n) -> new Held(row.getString("budget_line"), new Money(row.getBigDecimal("held"))))
                .list();
    }

    /** Moves what is committed for a contract; the reference names contract and line, so that it happens once. */
    void settle(@Nullable CaseId purchase, UUID contract, String kind, String line, String to, Money amount) {
        var entry = jdbc.sql("""
                        insert into sluice.ledger_entry (reference, kind, case_id, contract, at) values (?, ?, ?, ?, ?)
                        returning id
                        """)
                .params(
                        kind.toLowerCase(java.util.Locale.ROOT) + ":contract:" + contract + ":" + line,
                        kind,
                        purchase == null ? null : purchase.value(),
                        contract,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        post(entry, line, "COMMITTED", amount.negated());
        post(entry, line, to, amount);
    }

    private void post(long entry, String line, String bucket, Money amount) {
        jdbc.sql("insert into sluice.ledger_posting (entry, budget_line, bucket, amount) values (?, ?, ?, ?)")
                .params(entry, line, bucket, amount.amount())
                .update();
    }
}
