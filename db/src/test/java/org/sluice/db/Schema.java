package org.sluice.db;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.sluice.db.migration.V7__reference_data;

/** The migrations, configured as the product configures them. */
final class Schema {

    private Schema() {}

    static Flyway on(String url) {
        return upTo("latest", url);
    }

    static Flyway upTo(String version, String url) {
        return configured(url)
                .locations("classpath:db/migration", "classpath:org/sluice/db/migration")
                .target(version)
                .load();
    }

    /** Those of the first landing, which had nothing that is repeated. */
    static Flyway asLanded(String url) {
        return configured(url)
                .locations("classpath:db/migration")
                .javaMigrations(new V7__reference_data())
                .target("7")
                .load();
    }

    private static FluentConfiguration configured(String url) {
        return Flyway.configure()
                .dataSource(url, null, null)
                .schemas("sluice", "camunda")
                .defaultSchema("sluice");
    }
}
