package org.sluice.demo.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.sluice.db.EmbeddedDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.FileSystemUtils;

/** Databases of the demo tests: one server for all of them, without a Spring context. */
public final class DemoDatabase {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-11T02:00:00Z"), ZoneOffset.UTC);
    static final PasswordEncoder ENCODER = new BCryptPasswordEncoder(4);

    private static final EmbeddedDatabase SERVER = start();
    private static final DataSource LOADED = loaded("demo_shared");

    private DemoDatabase() {}

    /** The one that all tests read; nobody writes to it. */
    public static JdbcClient shared() {
        return JdbcClient.create(LOADED);
    }

    static DataSource sharedSource() {
        return LOADED;
    }

    /** A database with reference data only. */
    static DataSource migrated(String name) {
        var url = SERVER.createDatabase(name);
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration", "classpath:org/sluice/db/migration")
                .schemas("sluice", "camunda")
                .defaultSchema("sluice")
                .load()
                .migrate();
        return new DriverManagerDataSource(url);
    }

    /** A database with the demo's data, for a test that writes. */
    public static DataSource loaded(String name) {
        var source = migrated(name);
        var started = System.nanoTime();
        data(source, ENCODER).load();
        System.out.println("demo load of " + name + ": "
                + Duration.ofNanos(System.nanoTime() - started).toMillis() + " ms");
        return new SingleConnectionDataSource(((DriverManagerDataSource) source).getUrl(), true);
    }

    static DemoData data(DataSource source, PasswordEncoder encoder) {
        return new DemoData(new JdbcTemplate(source), new JdbcTransactionManager(source), encoder, CLOCK);
    }

    private static EmbeddedDatabase start() {
        try {
            var folder = Files.createTempDirectory("sluice-demo-test");
            var server = EmbeddedDatabase.start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                FileSystemUtils.deleteRecursively(folder.toFile());
            }));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
