package org.sluice.evaluation;

import java.util.List;
import java.util.UUID;
import org.sluice.access.UsageGrants;
import org.sluice.process.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who uses a product. */
@Component
class ProductUse {

    private final UsageGrants grants;
    private final JdbcClient jdbc;

    ProductUse(UsageGrants grants, JdbcClient jdbc) {
        this.grants = grants;
        this.jdbc = jdbc;
    }

    /** The units that may use it now, each once, in the order of their codes. */
    List<UnitCode> units(UUID product) {
        return grants.activeOf(product).stream()
                .map(UsageGrants.Grant::unit)
                .distinct()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
    }

    /** How many business lines use it: by a grant's scenario, or in a listed application case. */
    long lines(UUID product) {
        return jdbc.sql("""
                        select count(distinct line) from (
                            select s.business_line as line from sluice.usage_grant g join sluice.scenario s on s.code = g.scenario
                            where g.product = :product and g.state = 'ACTIVE'
                            union all
                            select c.business_line from sluice.application_case c
                            where :product = any(c.products) and c.state = 'LISTED') used
                        """).param("product", product).query(Long.class).single();
    }
}
