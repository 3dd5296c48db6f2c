package org.sluice.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All tests but those of the first start share one folder: each starts on what the one before has left. */
class EmbeddedDatabaseTest {

    @TempDir
    static Path folder;

    @TempDir
    Path fresh;

    @Test
    void keepsItsDataOverARestartAndStopsWhenClosed() throws SQLException {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder)) {
            run(first.url(), "create table over_a_restart (word text)");
            run(first.url(), "insert into over_a_restart values ('留存')");
            assertThat(EmbeddedDatabase.isRunning(folder)).isTrue();
        }
        assertThat(EmbeddedDatabase.isRunning(folder)).isFalse();
        try (EmbeddedDatabase second = EmbeddedDatabase.start(folder)) {
            assertThat(text(second.url(), "select word from over_a_restart")).isEqualTo("留存");
        }
    }

    @Test
    void writesThroughToTheDiskAndListensOnlyHere() throws SQLException, IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            String url = database.url();
            assertThat(text(url, "show fsync")).isEqualTo("on");
            assertThat(text(url, "show synchronous_commit")).isEqualTo("on");
            assertThat(text(url, "show full_page_writes")).isEqualTo("on");
            assertThat(text(url, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
            assertThat(text(url, "select rolsuper::text from pg_roles where rolname = current_user"))
                    .isEqualTo("false");
            assertThat(text(url, "show server_version")).startsWith("17.");
        }
    }

    @Test
    void knowsTheLettersOfAllLanguages() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            String url = database.url();
            assertThat(text(url, "show server_encoding")).isEqualTo("UTF8");
            assertThat(text(url, "select lower('ÄŽ')")).isEqualTo("äž");
            assertThat(text(
                            url,
                            "select string_agg(c, '' order by c collate \"zh-x-icu\") from unnest('{中,安}'::text[]) c"))
                    .isEqualTo("安中");
            run(url, "create extension pg_trgm");
            assertThat(text(url, "select cardinality(show_trgm('数据产品'))::text")).isNotEqualTo("0");
        }
    }

    @Test
    void givesFurtherDatabasesThatAreEmpty() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            String one = database.createDatabase("one");
            String two = database.createDatabase("two");
            run(one, "create table here (n int)");
            assertThat(text(two, "select count(*)::text from pg_tables where tablename = 'here'"))
                    .isEqualTo("0");
            assertThatThrownBy(() -> database.createDatabase("one")).hasMessageContaining("already exists");
            assertThatThrownBy(() -> database.createDatabase("x; drop database one"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void takesOverFromAKilledOwnerWithAllThatWasCommitted() throws Exception {
        OwnerProcess owner = OwnerProcess.launch(folder);
        assertThat(owner.untilReady()).endsWith(OwnerProcess.READY + "\n");
        owner.kill();
        assertThat(EmbeddedDatabase.isRunning(folder))
                .as("the server outlives its owner")
                .isTrue();
        try (EmbeddedDatabase next = EmbeddedDatabase.start(folder)) {
            assertThat(text(next.url(), "select string_agg(word, ',') from kept"))
                    .isEqualTo("承诺 kept");
        }
        assertThat(EmbeddedDatabase.isRunning(folder)).isFalse();
    }

    @Test
    void refusesASecondOwnerAndTouchesNothing() throws Exception {
        OwnerProcess owner = OwnerProcess.launch(folder);
        try {
            owner.untilReady();
            Path pidFile = folder.resolve("data").resolve(Postmaster.PID_FILE);
            String before = Files.readString(pidFile);
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("is in use by process");
            OwnerProcess third = OwnerProcess.launch(folder);
            assertThat(third.untilReady()).contains("FolderInUse").doesNotContain(OwnerProcess.READY + "\n");
            assertThat(Files.readString(pidFile)).isEqualTo(before);
            assertThat(EmbeddedDatabase.isRunning(folder)).isTrue();
        } finally {
            owner.kill();
        }
        EmbeddedDatabase.start(folder).close();
    }

    @Test
    void refusesASecondOwnerInTheSameProcess() {
        EmbeddedDatabase first = EmbeddedDatabase.start(folder);
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder)).isInstanceOf(FolderInUse.class);
        first.close();
        EmbeddedDatabase.start(folder).close();
    }

    @Test
    void startsOverAPidFileWhoseProcessIsDeadOrAnotherProgram() throws Exception {
        EmbeddedDatabase.start(folder).close();
        Path data = folder.toRealPath().resolve("data");
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            for (long pid : new long[] {dead.pid(), other.pid()}) {
                leavePidFile(data, pid, data);
                assertThat(EmbeddedDatabase.isRunning(folder)).isFalse();
                EmbeddedDatabase.start(folder).close();
            }
            assertThat(other.isAlive()).as("the other program is left alone").isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void leavesTheServerOfTheOriginalAloneWhenStartedOnACopy() throws Exception {
        try (EmbeddedDatabase original = EmbeddedDatabase.start(folder)) {
            EmbeddedDatabase.start(fresh).close();
            Files.copy(
                    folder.resolve("data").resolve(Postmaster.PID_FILE),
                    fresh.resolve("data").resolve(Postmaster.PID_FILE));
            EmbeddedDatabase.start(fresh).close();
            assertThat(text(original.url(), "select 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void beginsAFirstStartAgainThatWasKilled() throws Exception {
        for (String sign : List.of("PG_VERSION", Postmaster.PID_FILE)) { // in initdb; with the first server up
            OwnerProcess owner = OwnerProcess.launch(fresh);
            while (!isUnfinishedWith(sign) && Files.notExists(fresh.resolve("data")) && owner.isAlive()) {
                Thread.sleep(1);
            }
            owner.kill();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(fresh)) {
            assertThat(text(database.url(), "select 'whole'")).isEqualTo("whole");
            assertThat(text(database.url(), "select count(*)::text from pg_tables where tablename = 'kept'"))
                    .isEqualTo("0");
        }
        EmbeddedDatabase.start(fresh).close();
        assertThat(isUnfinishedWith("")).isFalse();
    }

    @Test
    void unpacksAgainWhatAKilledStartUnpackedOnlyInPart() throws Exception {
        EmbeddedDatabase.start(folder).close();
        try (Stream<Path> programs = Files.walk(folder.resolve("bin"))) {
            for (Path sign : programs.filter(p -> p.endsWith(".exists")).toList()) {
                Files.delete(sign);
            }
        }
        OwnerProcess owner = OwnerProcess.launch(folder); // the library's memory of what is unpacked is per JVM
        assertThat(owner.untilReady()).endsWith(OwnerProcess.READY + "\n");
        owner.kill();
        EmbeddedDatabase.start(folder).close();
    }

    @Test
    void takesTheGivenPortAndSaysWhenItIsTaken() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            int wanted = port;
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, wanted)).hasMessageContaining("port " + wanted);
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, port)) {
            assertThat(database.port()).isEqualTo(port);
        }
    }

    private boolean isUnfinishedWith(String file) throws IOException {
        try (Stream<Path> children = Files.list(fresh)) {
            return children.anyMatch(child ->
                    child.getFileName().toString().startsWith("unfinished-") && Files.exists(child.resolve(file)));
        }
    }

    private static void leavePidFile(Path data, long pid, Path recorded) throws IOException {
        Files.writeString(
                data.resolve(Postmaster.PID_FILE),
                "%d%n%s%n1700000000%n54321%n%n127.0.0.1%n  1234567 1%nready%n".formatted(pid, recorded));
    }

    private static void run(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
