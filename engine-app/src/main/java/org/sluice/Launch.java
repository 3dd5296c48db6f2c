package org.sluice;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sluice.db.EmbeddedDatabase;
import org.sluice.db.FolderInUse;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One start and its stop. Order of starting: port, folder, then database and application side by side, since reading
 * some thousand classes and unpacking a server leave each other a core; of stopping: application, database.
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
    private volatile @Nullable OwnDatabase database;

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
            if (plan.embedded()) {
                openDatabase(plan.home());
            }
            return stopping ? FAILED : run(plan);
        } catch (FolderInUse e) {
            console.printf(
                    "Folder %s is in use by another Sluice; choose another one: SLUICE_HOME=… | 该目录正被另一个实例使用，请另选：SLUICE_HOME=…%n",
                    plan.home());
            return REFUSED;
        } catch (RuntimeException e) {
            console.printf("%s%n%s%n", OwnDatabaseFailure.description(e), OwnDatabaseFailure.remedy(plan.home()));
            stop();
            return FAILED;
        }
    }

    private int run(StartPlan plan) {
        var application = new SpringApplication(SluiceApplication.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(created -> {
            var own = database;
            if (own != null) {
                // Weighs more than every property, an empty variable included: a house with its own database uses it.
                created.getBeanFactory().registerSingleton("ownDatabase", own);
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

    private void openDatabase(Path home) {
        synchronized (databaseGuard) {
            if (!stopping) {
                database = new OwnDatabase(home, EmbeddedDatabase.startInBackground(home.resolve("postgres")));
            }
        }
    }

    private void stop() {
        stopping = true;
        var running = context;
        if (running != null) {
            close(running);
        }
        synchronized (databaseGuard) {
            var own = database;
            if (own != null) {
                own.close();
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
