package org.sluice.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class DemoReadingsTest {

    private final JdbcTemplate jdbc = new JdbcTemplate(DemoDatabase.sharedSource());

    @Test
    void everyListedProductHasTheMonthsSinceItsListingAndAHandfulAreBad() {
        assertThat(number("select max(n) from (select count(*) n from sluice.quality_reading group by product) m"))
                .isEqualTo(12);
        assertThat(number("""
                        select count(*) from sluice.quality_reading r join sluice.data_product p on p.id = r.product
                        where p.state <> 'LISTED' or r.month < p.listed_on
                        """)).isZero();
        var bad = number("""
                select count(*) from (
                    select r.product from sluice.quality_reading r join sluice.data_product p on p.id = r.product
                    group by r.product, p.hit_rate having avg(r.hit_rate) < p.hit_rate - 0.03) worse
                """);
        assertThat(bad).isBetween(2L, 30L);
        assertThat(jdbc.queryForList("select distinct conduct from sluice.quality_reading", String.class))
                .isEqualTo(List.of("NONE"));
    }

    private long number(String sql) {
        return jdbc.query(sql, row -> {
            row.next();
            return row.getLong(1);
        });
    }
}
