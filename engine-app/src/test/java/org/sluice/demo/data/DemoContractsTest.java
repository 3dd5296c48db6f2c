package org.sluice.demo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.demo.data.DemoRows.count;
import static org.sluice.demo.data.DemoRows.texts;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sluice.shared.WorkingDays;

class DemoContractsTest {

    @Test
    void everyListedProductHasOneOfItsSuppliers() {
        assertThat(count("""
                sluice.data_product p where p.state = 'LISTED' and not exists
                    (select 1 from sluice.contract c where c.product = p.id and c.supplier = p.supplier)
                """)).isZero();
        assertThat(count("sluice.contract")).isEqualTo(count("sluice.data_product where state = 'LISTED'"));
    }

    @Test
    void mostRunSomeEndSoonAndAFewHaveRunOut() {
        var today = "date '" + LocalDate.ofInstant(DemoDatabase.CLOCK.instant(), WorkingDays.ZONE) + "'";
        assertThat(count("sluice.contract where ends_on < " + today)).isBetween(3L, 60L);
        assertThat(count("sluice.contract where ends_on between %s and %s + 90".formatted(today, today)))
                .isBetween(50L, 300L);
        assertThat(count("sluice.contract where starts_on > " + today)).isZero();
    }

    @Test
    void whatIsGivenByLawIsFree() {
        assertThat(texts("""
                        select distinct c.method from sluice.contract c join sluice.supplier s on s.id = c.supplier
                        join sluice.supplier_type y on y.code = s.supplier_type where y.acts_by_law
                        """)).containsExactly("COOPERATION_AGREEMENT");
        assertThat(count("sluice.contract where method = 'COOPERATION_AGREEMENT' and amount > 0"))
                .isZero();
    }
}
