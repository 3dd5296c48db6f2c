package org.sluice.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;

/** A JVM of its own that starts a database, writes into it, and waits to be killed. */
final class OwnerProcess {

    static final String READY = "ready";

    private final Process process;
    private final BufferedReader output;

    private OwnerProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts the JVM and does not wait. */
    static OwnerProcess launch(Path folder) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new OwnerProcess(
                new ProcessBuilder(List.of(java, "-cp", classPath, OwnerProcess.class.getName(), folder.toString()))
                        .redirectErrorStream(true)
                        .start());
    }

    /** What it said up to and including the line that it is ready, or all of it if it ended before. */
    String untilReady() throws IOException {
        StringBuilder said = new StringBuilder();
        String line = output.readLine();
        while (line != null) {
            said.append(line).append('\n');
            if (line.equals(READY)) {
                break;
            }
            line = output.readLine();
        }
        return said.toString();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] args) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]));
        var connection = DriverManager.getConnection(database.url());
        connection.createStatement().execute("drop table if exists kept; create table kept (word text)");
        connection.createStatement().execute("insert into kept values ('承诺 kept')");
        connection.setAutoCommit(false);
        connection.createStatement().execute("insert into kept values ('never committed')");
        System.out.println(READY);
        Thread.sleep(600_000);
    }
}
