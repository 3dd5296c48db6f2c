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
                        select fiscal_year || ' ' || source || ' ' || count(*), sum(available)::bigint
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
                        where appropriated <> available or pre_committed <> 0 or committed <> 0 or spent <> 0
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
        assertThat(count("sluice.ledger_entry where actor is null or kind <> 'APPROPRIATE'"))
                .isZero();
    }
}
