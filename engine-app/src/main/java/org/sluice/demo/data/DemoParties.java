package org.sluice.demo.data;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The supplier that takes part in match tests with a worker of its own: an enterprise credit agency that is not admitted
 * yet, with a product about firms in test, so that there is something to admit and no person's data in it.
 */
final class DemoParties {

    private static final String SUPPLIER = "SUP-00045";

    private final JdbcTemplate jdbc;

    DemoParties(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes it a party under its code in lower case, also in a database that was filled before there were parties. */
    void load() {
        jdbc.update("""
                insert into sluice.party (code, kind, name_zh, name_en, supplier, demo)
                select lower(code), 'SUPPLIER', name_zh, name_en, id, true from sluice.supplier where code = ? and demo
                on conflict do nothing
                """, SUPPLIER);
    }
}
