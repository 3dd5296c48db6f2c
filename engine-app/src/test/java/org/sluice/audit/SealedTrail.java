package org.sluice.audit;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seals whatever is on record, now and not at the sealer's next turn. */
public final class SealedTrail {

    private final Sealer sealer;
    private final JdbcClient jdbc;

    public SealedTrail(ApplicationContext house) {
        sealer = house.getBean(Sealer.class);
        jdbc = house.getBean(JdbcClient.class);
    }

    /** Returns when no row is without its seal. */
    public void seal() {
        while (jdbc.sql("""
                        select exists (select 1 from sluice.audit_event
                                       where id > coalesce((select event from sluice.audit_seal order by seq desc limit 1), 0))
                        """).query(Boolean.class).single()) {
            sealer.seal();
        }
    }
}
