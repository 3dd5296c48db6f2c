package org.sluice.db;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL 17 of our own for the zero-set-up default and for tests: no installation, its data in a folder that
 * outlives restarts.
 *
 * <ul>
 *   <li><b>What was committed stays</b>: fsync and synchronous commit are on, unlike the library's default.
 *   <li><b>One owner</b>: a second start on the same folder is refused with {@link FolderInUse} and touches nothing.
 *   <li><b>It mends itself</b>: a server that outlived a killed JVM is stopped in good order and started anew; a stale
 *       pid file, also one whose process id now belongs to another program, is no obstacle; a first start that was cut
 *       short is begun again.
 *   <li><b>UTF-8 everywhere</b>: builtin locale C.UTF-8, whatever the machine's language.
 * </ul>
 *
 * <p>It listens on 127.0.0.1 only and asks for no password (trust): whoever has an account on this machine can read and
 * write it. For real data, give the product the address of a real server.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final String OWNER = "sluice";

    private final FolderLock lock;
    private final Path data;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(FolderLock lock, Path data, EmbeddedPostgres server) {
        this.lock = lock;
        this.data = data;
        this.server = server;
    }

    /** As {@link #start(Path, int)}, on a free port. */
    public static EmbeddedDatabase start(Path folder) {
        return start(folder, 0);
    }

    /**
     * Starts the server and returns when it answers. The first start in a folder unpacks the server's programs and makes
     * the database.
     *
     * @param folder holds the data, the programs and the server's log; made if it is not there
     * @param port 0 for a free one
     * @throws FolderInUse if another process has the folder
     */
    public static EmbeddedDatabase start(Path folder, int port) {
        try {
            return open(folder, take(folder), port);
        } catch (IOException e) {
            throw notStarted(folder, e);
        }
    }

    /**
     * As {@link #start(Path)}, but returns as soon as the folder is this process's own: the rest goes on in a thread of
     * its own. The future fails as {@code start} would.
     *
     * @throws FolderInUse if another process has the folder; at once, and nothing has been touched
     */
    public static CompletableFuture<EmbeddedDatabase> startInBackground(Path folder) {
        FolderLock lock;
        try {
            lock = take(folder);
        } catch (IOException e) {
            throw notStarted(folder, e);
        }
        CompletableFuture<EmbeddedDatabase> started = new CompletableFuture<>();
        new Thread(
                        () -> {
                            try {
                                started.complete(open(folder, lock, 0));
                            } catch (IOException e) {
                                started.completeExceptionally(notStarted(folder, e));
                            } catch (RuntimeException | Error e) {
                                started.completeExceptionally(e);
                            }
                        },
                        "embedded-database-start")
                .start();
        return started;
    }

    private static FolderLock take(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path home = folder.toRealPath();
        closeToOthers(home);
        return FolderLock.take(home);
    }

    private static EmbeddedDatabase open(Path folder, FolderLock lock, int port) throws IOException {
        try {
            return start(folder.toRealPath(), port, lock);
        } catch (IOException | RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static UncheckedIOException notStarted(Path folder, IOException cause) {
        return new UncheckedIOException("The database in " + folder + " does not start: " + cause.getMessage(), cause);
    }

    private static EmbeddedDatabase start(Path home, int port, FolderLock lock) throws IOException {
        Path data = home.resolve("data");
        keepPreviousLog(home);
        clearUnfinished(home);
        if (Files.exists(data)) {
            takeOver(data);
        } else {
            makeCluster(home, data);
        }
        requireFree(port);
        EmbeddedPostgres server = launch(home, data, port);
        EmbeddedDatabase database = new EmbeddedDatabase(lock, data, server);
        try {
            database.prepare();
        } catch (SQLException e) {
            database.close();
            throw new IOException("The database server that answers on port " + server.getPort() + " is not usable", e);
        }
        return database;
    }

    /** Is a server alive on this folder, whoever started it? */
    public static boolean isRunning(Path folder) {
        try {
            Path data = folder.resolve("data");
            return Files.exists(data) && Postmaster.of(data.toRealPath()).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JDBC address of the product's database, its user included; that user owns the database and is no superuser. */
    public String url() {
        return url(OWNER, OWNER);
    }

    /** Who owns the product's database. */
    public String user() {
        return OWNER;
    }

    public int port() {
        return server.getPort();
    }

    /**
     * Makes one more, empty database in the same server: milliseconds where a server of its own takes seconds.
     *
     * @return its JDBC address
     */
    public String createDatabase(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name for a database: " + name);
        }
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + OWNER);
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " can't be made: " + e.getMessage(), e);
        }
        return url(name, OWNER);
    }

    /**
     * Stops the server and gives the folder free. Open transactions are rolled back. A server that has not written
     * everything after 5 seconds is cut off; its next start recovers from the log.
     */
    @Override
    public void close() {
        try (lock) {
            server.close();
            var stillThere = Postmaster.of(data);
            if (stillThere.isPresent()) {
                stillThere.get().stop("immediate");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library leaves the unpacked programs writable for everybody. */
    private static void closeToOthers(Path home) throws IOException {
        if (Files.getFileStore(home).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void keepPreviousLog(Path home) throws IOException {
        Path log = log(home);
        if (Files.exists(log)) {
            Files.move(log, home.resolve("server.log.previous"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path log(Path home) {
        return home.resolve("server.log");
    }

    /** Leaves of first starts that were cut short; nobody has ever used what is in them. */
    private static void clearUnfinished(Path home) throws IOException {
        try (Stream<Path> children = Files.list(home)) {
            for (Path leaf : children.filter(EmbeddedDatabase::isUnfinished).toList()) {
                takeOver(leaf);
                try {
                    delete(leaf);
                } catch (IOException
                        | UncheckedIOException
                                e) { // the cut-off program may still be writing there; the next start clears it
                    LOG.debug("{} can't be cleared yet", leaf, e);
                }
            }
        }
    }

    private static boolean isUnfinished(Path folder) {
        return folder.getFileName().toString().startsWith("unfinished-");
    }

    private static void takeOver(Path data) throws IOException {
        var running = Postmaster.of(data);
        if (running.isPresent()) {
            LOG.info("A database server outlived its owner on {}: it is stopped and started anew", data);
            running.get().stop("fast");
        }
        // With no server of ours alive the file is stale. PostgreSQL itself would refuse to start if the process id in
        // it
        // has been given to another program. Should we be wrong, its shared memory still guards the folder.
        Files.deleteIfExists(data.resolve(Postmaster.PID_FILE));
    }

    /** In a folder of its own, which gets its name only when it is whole: a folder called data is never half made. */
    private static void makeCluster(Path home, Path data) throws IOException {
        Path fresh = home.resolve("unfinished-" + UUID.randomUUID());
        launch(home, fresh, 0).close();
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void requireFree(int port) throws IOException {
        if (port != 0) {
            try (ServerSocket trial = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                LOG.debug("Port {} is free", trial.getLocalPort());
            } catch (BindException e) {
                throw new IOException("port " + port + " is taken", e);
            }
        }
    }

    private static EmbeddedPostgres launch(Path home, Path data, int port) throws IOException {
        try {
            return launchOnce(home, data, port);
        } catch (ExceptionInInitializerError e) {
            // The library can't unpack over programs that a killed start or a copy of the folder has left incomplete.
            LOG.info("The programs in {} are unpacked again", home, e);
            delete(home.resolve("bin"));
            return launchOnce(home, data, port);
        }
    }

    private static EmbeddedPostgres launchOnce(Path home, Path data, int port) throws IOException {
        var log = ProcessBuilder.Redirect.appendTo(log(home).toFile());
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPgBinaryResolver(new Programs(home))
                .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                .setRegisterShutdownHook(false) // it would stop the server under the engine's feet
                .setPGStartupWait(STARTUP)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "");
        try {
            return (port == 0 ? builder : builder.setPort(port)).start();
        } catch (IOException | RuntimeException e) {
            var halfStarted = Postmaster.of(data);
            if (halfStarted.isPresent()) {
                halfStarted.get().stop("fast");
            }
            throw new IOException(e.getMessage() + "; its log is " + log(home), e);
        }
    }

    private void prepare() throws SQLException, IOException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            requireOurs(statement);
            if (isMissing(statement, "select 1 from pg_roles where rolname = '" + OWNER + "'")) {
                statement.execute("create role " + OWNER + " login");
            }
            if (isMissing(statement, "select 1 from pg_database where datname = '" + OWNER + "'")) {
                statement.execute("create database " + OWNER + " owner " + OWNER);
            }
        }
    }

    /** Between choosing a free port and listening on it, another server may have taken it. */
    private void requireOurs(Statement statement) throws SQLException, IOException {
        try (ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            if (!Files.isSameFile(Path.of(row.getString(1)), data)) {
                throw new SQLException("It serves another folder, " + row.getString(1));
            }
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(url("postgres", "postgres"));
    }

    private String url(String name, String user) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(port(), name, user);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted((a, b) -> b.compareTo(a)).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    /** The library unpacks once per JVM and resolver: one resolver per folder, so that no folder needs another's programs. */
    private record Programs(Path home) implements PgBinaryResolver {
        @Override
        public InputStream getPgBinary(String system, String architecture) throws IOException {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture);
        }
    }
}
