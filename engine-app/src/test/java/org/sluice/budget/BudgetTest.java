package org.sluice.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sluice.process.CaseId;
import org.sluice.process.Money;
import org.sluice.process.UnitCode;
import org.sluice.process.intake.BudgetSource;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A line never bears more than it has, however many ask at once; doing it twice changes nothing. */
@HouseTest
class BudgetTest {

    private static final UnitCode BR01 = new UnitCode("BR01");

    @Autowired
    private Budget budget;

    @Autowired
    private Intakes intakes;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void reservingAndReleasingTwiceChangesNothing() {
        var caseId = aCase();
        var line = line("BR0101");

        assertThat(reserve(caseId, line, 1000)).isTrue();
        assertThat(reserve(caseId, line, 1000)).isTrue();
        assertThat(budget.line(line.code()).available())
                .isEqualTo(line.available().plus(Money.of(-1000)));

        transaction.executeWithoutResult(status -> budget.release(caseId));
        transaction.executeWithoutResult(status -> budget.release(caseId));
        assertThat(budget.line(line.code()).available()).isEqualTo(line.available());
        assertThat(budget.holds(caseId)).isFalse();
    }

    @Test
    void aContractCommitsWhatItCostsAndReleasesTheRest() {
        var caseId = aCase();
        var line = line("BR0101");
        assertThat(reserve(caseId, line, 1000)).isTrue();

        transaction.executeWithoutResult(
                status -> assertThat(budget.raise(caseId, Money.of(1500))).isTrue());
        transaction.executeWithoutResult(
                status -> assertThat(budget.raise(caseId, Money.of(1500))).isTrue());
        assertThat(budget.held(caseId)).isEqualTo(Money.of(1500));
        transaction.executeWithoutResult(
                status -> assertThat(budget.raise(caseId, line.available().plus(Money.of(1))))
                        .isFalse());
        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(status -> budget.commit(caseId, Money.of(1501))));
        transaction.executeWithoutResult(status -> budget.commit(caseId, Money.of(1200)));
        transaction.executeWithoutResult(status -> budget.commit(caseId, Money.of(1200)));

        assertThat(budget.held(caseId)).isEqualTo(Money.ZERO);
        assertThat(budget.line(line.code()).available())
                .isEqualTo(line.available().plus(Money.of(-1200)));
        assertThat(jdbc.sql("""
                        select sum(p.amount) from sluice.ledger_posting p join sluice.ledger_entry e on e.id = p.entry
                        where e.case_id = ? and p.bucket = 'COMMITTED'
                        """)
                        .param(caseId.value())
                        .query(java.math.BigDecimal.class)
                        .single())
                .isEqualByComparingTo("1200");
    }

    @Test
    void manyAtOnceNeverOverdrawALine() throws Exception {
        var line = line("BR0202");
        // four fit, the others do not
        var each = line.available().amount().longValueExact() / 4 - 1;
        var calls = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 8; i++) {
            var caseId = aCase();
            calls.add(() -> reserve(caseId, line, each));
        }
        var pool = Executors.newFixedThreadPool(8);
        var granted = 0;
        try {
            for (var answer : pool.invokeAll(calls)) {
                granted += answer.get() ? 1 : 0;
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(granted).isEqualTo(4);
        assertThat(budget.line(line.code()).available().amount()).isNotNegative();
    }

    /** The table lets every unit have a line of every source. */
    @Test
    void aUnitsOwnLineOfItsBusinessComesBeforeHeadOfficesAndOnlyHeadOfficesIsCentral() {
        transaction.executeWithoutResult(status -> {
            var central = budget.lineFor(BudgetSource.CENTRAL, null, BR01).orElseThrow();
            var line = budget.lineFor(BudgetSource.LINE, "BANK_CARD", BR01).orElseThrow();
            jdbc.sql("""
                            insert into sluice.budget_line (code, fiscal_year, source, org_unit, business_line, name_zh, name_en)
                            select 'OWN-' || source, fiscal_year, source, 'BR01', business_line, name_zh, name_en
                            from sluice.budget_line where code in (?, ?)
                            """).params(central.code(), line.code()).update();

            assertThat(budget.lineFor(BudgetSource.CENTRAL, null, BR01)).contains(central);
            assertThat(budget.lineFor(BudgetSource.LINE, "BANK_CARD", BR01))
                    .map(BudgetLine::code)
                    .contains("OWN-LINE");
            assertThat(budget.lineFor(BudgetSource.LINE, "BANK_CARD", new UnitCode("BR02")))
                    .contains(line);
            status.setRollbackOnly();
        });
    }

    private boolean reserve(CaseId caseId, BudgetLine line, long amount) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> budget.preCommit(caseId, line.code(), Money.of(amount))));
    }

    private BudgetLine line(String unit) {
        return budget.lineFor(BudgetSource.BRANCH, null, new UnitCode(unit)).orElseThrow();
    }

    private CaseId aCase() {
        return CaseId.of(intakes.submitted());
    }
}
