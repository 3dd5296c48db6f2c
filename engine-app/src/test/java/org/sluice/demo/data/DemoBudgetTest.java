package org.sluice.demo.data;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.demo.data.DemoRows.count;
import static org.sluice.demo.data.DemoRows.numbers;
import static org.sluice.demo.data.DemoRows.texts;

import org.junit.jupiter.api.Test;

class DemoBudgetTest {

    @Test
    void bothYearsAreAppropriatedBySource() {
        assertThat(numbers("""
                        select fiscal_year || ' ' || source || ' ' || count(*), sum(appropriated)::bigint
                        from sluice.budget_balance group by fiscal_year, source
                        """))
                .containsOnly(
                        entry("2026 CENTRAL 1", 60_000_000L),
                        entry("2026 LINE 7", 56_000_000L),
                        entry("2026 BRANCH 6", 9_200_000L),
                        entry("2027 CENTRAL 1", 60_000_000L),
                        entry("2027 LINE 7", 56_000_000L),
                        entry("2027 BRANCH 6", 9_200_000L));
        assertThat(texts("""
                        select code from sluice.budget_balance
                        where appropriated <> available + committed or pre_committed <> 0 or spent <> 0
                        """)).isEmpty();
    }

    @Test
    void branchesOfTheFirstTierHaveMore() {
        assertThat(numbers("select org_unit, available::bigint from sluice.budget_balance where source = 'BRANCH' "
                        + "and fiscal_year = 2026"))
                .containsEntry("BR01", 3_000_000L)
                .containsEntry("BR0101", 800_000L);
    }

    @Test
    void everyEntryIsBalancedAndSigned() {
        assertThat(texts("select entry::text from sluice.ledger_posting group by entry having sum(amount) <> 0"))
                .isEmpty();
        assertThat(count("sluice.ledger_entry where actor is null or kind not in ('APPROPRIATE', 'COMMIT')"))
                .isZero();
    }

    @Test
    void theCentralLineOfThisYearBearsContractsAndStillBearsNewOnes() {
        assertThat(texts("select code from sluice.budget_balance where committed <> 0"))
                .containsExactly("BL-2026-CENTRAL");
        assertThat(numbers("select code, available::bigint from sluice.budget_balance where code = 'BL-2026-CENTRAL'")
                        .get("BL-2026-CENTRAL"))
                .isBetween(45_000_000L, 55_000_000L);
        assertThat(count("sluice.ledger_entry e join sluice.contract c on c.id = e.contract where e.kind = 'COMMIT'"))
                .isPositive()
                .isEqualTo(count("sluice.ledger_entry where kind = 'COMMIT'"));
    }
}
