package org.sluice.demo.data;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The suppliers that have a worker of their own: an enterprise credit agency that is not admitted yet, with a product
 * about firms in test, so that there is something to admit; and one whose product about firms is in use, so that there is
 * something to compute on. Neither has any person's data.
 */
final class DemoParties {

    private static final List<String> SUPPLIERS = List.of("SUP-00045", "SUP-00108");

    private final JdbcTemplate jdbc;

    DemoParties(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes each a party under its code in lower case, also in a database that was filled before there were parties. */
    void load() {
        for (var supplier : SUPPLIERS) {
            jdbc.update("""
                    insert into sluice.party (code, kind, name_zh, name_en, supplier, demo)
                    select lower(code), 'SUPPLIER', name_zh, name_en, id, true from sluice.supplier where code = ? and demo
                    on conflict do nothing
                    """, supplier);
        }
    }
}
