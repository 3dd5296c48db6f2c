package org.sluice.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.sluice.shared.Actor;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A contract follows its days, and closing it settles what the budget holds for it, once. */
@HouseTest
class ContractsTest {

    @Autowired
    private Contracts contracts;

    @Autowired
    private Intakes intakes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void closingSpendsTheCostAndReleasesTheRestOnce() {
        var contract = borne();
        var why = CaseId.of(intakes.submitted());
        var before = contracts.get(contract);
        var line = line(contract);
        var available = balance(line, "available");
        var spent = balance(line, "spent");
        var cost = Money.of(400);
        assertThat(before.committed()).isEqualTo(before.amount());
        var ends = before.endsOn();
        assertThat(contracts.ending(ends, ends)).containsEntry(before.product(), ends);
        assertThat(contracts.ending(ends.plusDays(1), ends.plusDays(9))).doesNotContainEntry(before.product(), ends);

        close(contract, cost, why);
        close(contract, cost, why);

        var after = contracts.get(contract);
        assertThat(after.state()).isEqualTo(Contracts.State.TERMINATED);
        assertThat(contracts.ending(ends, ends)).doesNotContainKey(before.product());
        assertThat(after.committed()).isEqualTo(Money.ZERO);
        assertThat(after.settled()).isEqualTo(cost);
        assertThat(balance(line, "spent")).isEqualTo(spent.plus(cost));
        assertThat(balance(line, "available"))
                .isEqualTo(available.plus(before.amount()).plus(cost.negated()));
        assertThatThrownBy(() -> close(contract, Money.of(401), why)).isInstanceOf(Conflict.class);
    }

    @Test
    void noContractHasCostMoreThanItsAmount() {
        var contract = borne();
        var tooMuch = contracts.get(contract).amount().plus(Money.of(1));

        assertThatThrownBy(() -> close(contract, tooMuch, CaseId.of(intakes.submitted())))
                .isInstanceOf(Invalid.class);

        assertThat(contracts.get(contract).closedOn()).isNull();
    }

    @Test
    void theStateFollowsItsDays() {
        var contract = new Contract(
                UUID.randomUUID(),
                null,
                "CON-1",
                UUID.randomUUID(),
                UUID.randomUUID(),
                "INQUIRY",
                Money.ZERO,
                day(1),
                day(2),
                day(28),
                null,
                null,
                null,
                null);

        assertThat(contract.state(day(1), 5)).isEqualTo(Contracts.State.SIGNED);
        assertThat(contract.state(day(2), 5)).isEqualTo(Contracts.State.ACTIVE);
        assertThat(contract.state(day(22), 5)).isEqualTo(Contracts.State.ACTIVE);
        assertThat(contract.state(day(23), 5)).isEqualTo(Contracts.State.EXPIRING);
        assertThat(contract.state(day(28), 5)).isEqualTo(Contracts.State.EXPIRING);
        assertThat(contract.state(day(29), 5)).isEqualTo(Contracts.State.EXPIRED);
    }

    private static LocalDate day(int dayOfMonth) {
        return LocalDate.of(2026, 1, dayOfMonth);
    }

    /** One that the budget bears, and no other test has closed. */
    private UUID borne() {
        return jdbc.sql("""
                        select c.id from sluice.contract c join sluice.ledger_entry e on e.contract = c.id
                        where c.closed_on is null and c.amount > 1000 order by c.contract_no limit 1
                        """).query(UUID.class).single();
    }

    private String line(UUID contract) {
        return jdbc.sql("""
                        select p.budget_line from sluice.ledger_posting p join sluice.ledger_entry e on e.id = p.entry
                        where e.contract = ? and p.bucket = 'COMMITTED'
                        """).param(contract).query(String.class).single();
    }

    private Money balance(String line, String column) {
        return new Money(jdbc.sql("select " + column + " from sluice.budget_balance where code = ?")
                .param(line)
                .query(java.math.BigDecimal.class)
                .single());
    }

    private void close(UUID contract, Money cost, CaseId why) {
        transaction.executeWithoutResult(status -> contracts.close(finance(), contract, cost, why));
    }

    private Actor finance() {
        var id = jdbc.sql("select person from sluice.account where username = 'finance'")
                .query(UUID.class)
                .single();
        return new Actor(new PersonId(id), "finance", new LocalText("财务", "Finance"), UnitCode.HEAD_OFFICE, Set.of());
    }
}
