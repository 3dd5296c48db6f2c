package org.sluice.db;

import org.flywaydb.core.Flyway;

/** The migrations, configured as the product configures them. */
final class Schema {

    private Schema() {}

    static Flyway on(String url) {
        return Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration", "classpath:org/sluice/db/migration")
                .schemas("sluice", "camunda")
                .defaultSchema("sluice")
                .load();
    }
}
