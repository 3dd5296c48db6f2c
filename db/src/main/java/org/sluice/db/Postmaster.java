package org.sluice.db;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The living server process of a data folder, as its {@code postmaster.pid} names it: line 1 is the process id, line 2
 * the data folder. The file alone proves nothing, for it outlives a crash and its process id may by now belong to
 * another program, to another folder's server, or have come here with a copy of the folder.
 */
record Postmaster(ProcessHandle process, Path data) {

    static final String PID_FILE = "postmaster.pid";
    private static final int STOP_SECONDS = 60;

    /** The server that runs on the folder; empty if none does, whatever the file says. */
    static Optional<Postmaster> of(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(data.resolve(PID_FILE));
        } catch (NoSuchFileException gone) { // a server that ends takes its file away
            return Optional.empty();
        }
        if (lines.size() < 2 || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        String recorded = lines.get(1).strip();
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> isServerOf(recorded, process))
                .filter(process -> isSame(recorded, data))
                .map(process -> new Postmaster(process, data));
    }

    /**
     * Ends the server and returns when it is gone.
     *
     * @param mode {@code fast}: open transactions are rolled back, everything else is written; {@code immediate}: as in
     *     a power cut, the next start recovers from the log
     */
    void stop(String mode) throws IOException {
        Optional<String> program = process.info().command();
        if (program.isPresent()) { // else it has just ended by itself
            pgCtlStop(program.get(), mode);
        }
        if (of(data).isPresent()) {
            throw new IOException("The database server with process id %d, which still runs on %s, does not stop"
                    .formatted(process.pid(), data));
        }
    }

    private void pgCtlStop(String program, String mode) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U")); // PostgreSQL's programs refuse to run as root
        }
        Path pgCtl = Path.of(program).resolveSibling(program.endsWith(".exe") ? "pg_ctl.exe" : "pg_ctl");
        command.addAll(List.of(pgCtl.toString(), "stop", "-D", data.toString()));
        command.addAll(List.of("-m", mode, "-w", "-t", Integer.toString(STOP_SECONDS)));
        Process stopping = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            stopping.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isServerOf(String folder, ProcessHandle process) {
        Optional<String> command = process.info().command();
        Optional<String[]> arguments = process.info().arguments(); // Windows never tells them
        return command.isPresent()
                && Path.of(command.get()).getFileName().toString().startsWith("postgres")
                && (arguments.isEmpty() || Arrays.asList(arguments.get()).contains(folder));
    }

    private static boolean isSame(String recorded, Path data) {
        try {
            return Files.isSameFile(Path.of(recorded), data);
        } catch (IOException | InvalidPathException notThere) {
            return false;
        }
    }
}
