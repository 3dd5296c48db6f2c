package org.sluice;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.db.EmbeddedDatabase;
import org.sluice.db.FolderInUse;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * One start and its stop. Order of starting: port, folder, database, application; of stopping: application, database.
 * Spring's own shutdown hook is off, because two hooks run side by side and the database would go first.
 */
final class Launch {

    static final int STARTED = 0;
    static final int FAILED = 1;
    /** {@code EX_TEMPFAIL} of sysexits: nothing is broken, somebody else is there. */
    static final int REFUSED = 75;

    /** How long the application may take to close before the database is stopped under it. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final String[] args;
    private final PrintStream console;
    private final Object databaseGuard = new Object();

    private volatile boolean stopping;
    private volatile @Nullable ConfigurableApplicationContext context;
    private @Nullable EmbeddedDatabase database;

    Launch(String[] args, PrintStream console) {
        this.args = args.clone();
        this.console = console;
    }

    /** @return {@link #STARTED}, or what the JVM should end with; then everything is stopped again */
    int start() {
        var plan = StartPlan.of(args);
        if (plan.portTaken()) {
            console.printf(
                    "Port %d is taken; choose another one: SERVER_PORT=%d … | 端口 %1$d 已被占用，请另选：SERVER_PORT=%2$d …%n",
                    plan.port(), plan.port() + 1);
            return REFUSED;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "sluice-stop"));
        try {
            var settings = plan.embedded() ? openDatabase(plan.home().resolve("postgres")) : Map.<String, Object>of();
            return stopping ? FAILED : run(plan, settings);
        } catch (FolderInUse e) {
            console.printf(
                    "Folder %s is in use by another Sluice; choose another one: SLUICE_HOME=… | 该目录正被另一个实例使用，请另选：SLUICE_HOME=…%n",
                    plan.home());
            return REFUSED;
        } catch (RuntimeException e) {
            console.printf(
                    "Sluice could not start its own PostgreSQL: %s%nMend %s, choose another folder with SLUICE_HOME, or name a PostgreSQL with SPRING_DATASOURCE_URL. | 内置 PostgreSQL 启动失败：请检查该目录，或用 SLUICE_HOME 另选目录，或用 SPRING_DATASOURCE_URL 指定数据库。%n",
                    e.getMessage(), plan.home());
            stop();
            return FAILED;
        }
    }

    private int run(StartPlan plan, Map<String, Object> settings) {
        var application = new SpringApplication(SluiceApplication.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(created -> {
            if (plan.embedded()) {
                // Before every other source, an empty variable included: a house that opened its own database uses it.
                created.getEnvironment().getPropertySources().addFirst(new MapPropertySource("own database", settings));
            }
            context = created;
        });
        if (plan.demo()) {
            application.setAdditionalProfiles("demo");
        }
        try {
            application.run(args);
            return STARTED;
        } catch (RuntimeException e) {
            // Spring has said why, and closed the application.
            stop();
            return FAILED;
        }
    }

    private Map<String, Object> openDatabase(Path folder) {
        synchronized (databaseGuard) {
            if (stopping) {
                return Map.of();
            }
            var opened = EmbeddedDatabase.start(folder);
            database = opened;
            return Map.of(
                    "spring.datasource.url", opened.url(),
                    "spring.datasource.username", opened.user(),
                    "spring.datasource.password", "");
        }
    }

    private void stop() {
        stopping = true;
        var running = context;
        if (running != null) {
            close(running);
        }
        synchronized (databaseGuard) {
            if (database != null) {
                database.close();
                database = null;
            }
        }
    }

    /** A context that is still starting cannot be closed before it has started: then the process ends without. */
    private static void close(ConfigurableApplicationContext running) {
        var closing = new Thread(running::close, "sluice-close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(CLOSING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
