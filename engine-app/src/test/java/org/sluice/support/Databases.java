package org.sluice.support;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.sluice.db.EmbeddedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One PostgreSQL for the whole test run, in {@code target}; a fresh, empty database for each application context or
 * whoever asks.
 */
public final class Databases {

    private static final AtomicInteger MADE = new AtomicInteger();

    private Databases() {}

    /** @return the JDBC address of a new database */
    public static String fresh() {
        return Cluster.DATABASE.createDatabase("test_" + MADE.incrementAndGet());
    }

    /** Started with the first question; stopped with the JVM, after the contexts that use it. */
    private static final class Cluster {

        private static final EmbeddedDatabase DATABASE = start();

        private static EmbeddedDatabase start() {
            var database =
                    EmbeddedDatabase.start(Path.of("target", "test-postgres").toAbsolutePath());
            SpringApplication.getShutdownHandlers().add(database::close);
            dropLeftovers(database.url());
            return database;
        }

        /** The databases of the run before, which are kept until then so that one can look into them. */
        private static void dropLeftovers(String url) {
            var jdbc = JdbcClient.create(new DriverManagerDataSource(url));
            jdbc.sql("select datname from pg_database where datname like 'test\\_%'")
                    .query(String.class)
                    .list()
                    .forEach(name -> jdbc.sql("drop database " + name).update());
        }
    }

    /**
     * Gives a context a database of its own: {@code @ContextConfiguration(initializers = Databases.Fresh.class)}. Test
     * classes with the same configuration share context and database.
     */
    public static final class Fresh implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("spring.datasource.url=" + fresh()).applyTo(context);
        }
    }
}
