package org.sluice.worker;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.WorkerFolder;

/** A worker as it really runs: a virtual machine of its own, started from the command line. */
final class WorkerProcess implements AutoCloseable {

    private final Process process;
    private final Path log;

    private WorkerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts one more in a folder, beside the worker that is there. */
    static WorkerProcess startFurther(WorkerFolder folder, Address listen) {
        return startLogging(
                folder,
                "further-" + listen.toString().replace(':', '-') + "/worker.log",
                "--further",
                "--listen",
                listen.toString());
    }

    /** Starts and returns once it has said that it is ready. */
    static WorkerProcess start(WorkerFolder folder, String... options) {
        return startLogging(folder, "worker.log", options);
    }

    private static WorkerProcess startLogging(WorkerFolder folder, String log, String... options) {
        try {
            List<String> run = new ArrayList<>(List.of("run", folder.root().toString(), "--end-with-stdin"));
            run.addAll(List.of(options));
            Process process = builder(run.toArray(String[]::new))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out = process.inputReader();
            String ready = out.readLine();
            if (ready == null || !ready.contains("\"ready\":true")) {
                throw new AssertionError("The worker did not start: " + ready);
            }
            return new WorkerProcess(process, folder.log().resolve(log));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs a command to its end and gives back what it wrote, both streams. */
    static String command(String... arguments) throws IOException, InterruptedException {
        Process process = builder(arguments).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }

    private static ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "org.sluice.worker.WorkerMain"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Waits until its log holds this text more often than before. */
    void awaitLog(String text, int times) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> count(text) >= times);
    }

    int count(String text) {
        try {
            return Files.exists(log)
                    ? (int) Files.readAllLines(log).stream()
                            .filter(line -> line.contains(text))
                            .count()
                    : 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What happens when whoever started it is gone, whatever ended it. */
    int endInput() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("The worker outlives its parent");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
