package org.sluice.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sluice.db.EmbeddedDatabase;
import org.sluice.worker.party.WorkerFolder;

/** A real PostgreSQL with a table of firms, and a user of the worker's who must give a password and may read that table. */
final class SourceDatabase implements AutoCloseable {

    static final String READER = "reader";
    static final String PASSWORD = "only-for-this-test";

    private final EmbeddedDatabase server;

    SourceDatabase(Path folder) {
        server = EmbeddedDatabase.start(folder);
        execute("create table firms (name text, code text)");
        execute("create role " + READER + " login password '" + PASSWORD + "'");
        execute("grant select on firms to " + READER);
        askForPasswords(folder.resolve("data").resolve("pg_hba.conf"));
        execute("select pg_reload_conf()");
    }

    /** The embedded server trusts everybody on this machine; here the reader has to say who it is. */
    private static void askForPasswords(Path rules) {
        try {
            String others = Files.readString(rules);
            Files.writeString(rules, "host all " + READER + " 127.0.0.1/32 scram-sha-256\n" + others);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
    }

    void execute(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Puts the rows of a worker's CSV file into the table, as they are written. */
    void holdsWhat(WorkerFolder folder, String name) {
        execute("truncate firms");
        try (Connection connection = superuser();
                PreparedStatement insert = connection.prepareStatement("insert into firms values ('a firm', ?)")) {
            List<String> lines = Files.readAllLines(folder.data().resolve(name + ".csv"));
            for (String line : lines.subList(1, lines.size())) {
                insert.setString(1, line.replaceFirst(",.*", "").replace("\"", ""));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException | IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(url() + "?user=postgres");
    }

    /** A data set by a query of this database; later settings replace earlier ones. */
    void register(WorkerFolder folder, String name, String... settings) {
        try {
            Path password = folder.root().resolve("database-password");
            Files.writeString(password, PASSWORD + "\n");
            Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
            List<String> lines = new ArrayList<>(List.of(
                    "url=" + url(),
                    "user=" + READER,
                    "password.file=database-password",
                    "schema=uscc",
                    "column=code",
                    "query=select * from firms"));
            lines.addAll(List.of(settings));
            Files.write(folder.data().resolve(name + ".query.properties"), lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
