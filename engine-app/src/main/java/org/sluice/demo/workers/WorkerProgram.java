package org.sluice.demo.workers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a worker's virtual machine is started: with the worker's jar, or with what the build has compiled.
 *
 * <p>The application does not depend on the worker, so that neither can lean on the other's classes; it finds it on the
 * disk, beside itself or in the folder of the build.
 *
 * @param start what stands between {@code java} with its options and the worker's command
 */
record WorkerProgram(List<String> start) {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProgram.class);

    private static final String MAIN = "org.sluice.worker.WorkerMain";
    private static final String JARS = "sluice-worker-*-boot.jar";
    private static final String BUILT = "privacy-workers/worker/target";
    private static final long LONGEST_COMMAND_SECONDS = 60;

    /** Of the places where it may be, the first where it is; nothing when it is nowhere. */
    static Optional<WorkerProgram> find() {
        for (var place = own(); place != null; place = place.getParent()) {
            var here = place;
            var found = compiled(here.resolve(BUILT)).or(() -> jar(here)).or(() -> jar(here.resolve(BUILT)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The folder in which the application's own classes or jar lie; the working folder where that cannot be told. */
    private static Path own() {
        try {
            var location =
                    WorkerProgram.class.getProtectionDomain().getCodeSource().getLocation();
            var text = location.toString();
            // from inside an executable jar: jar:nested:/…/app.jar/!BOOT-INF/classes/!/
            int inner = text.indexOf("/!");
            if (text.startsWith("jar:nested:") && inner > 0) {
                return parent(Path.of(text.substring("jar:nested:".length(), inner)));
            }
            return parent(Path.of(location.toURI()));
        } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            return Path.of("").toAbsolutePath();
        }
    }

    private static Path parent(Path path) {
        var parent = path.toAbsolutePath().getParent();
        return parent == null ? path : parent;
    }

    private static Optional<WorkerProgram> jar(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var jars = Files.newDirectoryStream(folder, JARS)) {
            for (var jar : jars) {
                return Optional.of(new WorkerProgram(List.of("-jar", jar.toString())));
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<WorkerProgram> compiled(Path target) {
        var libraries = target.resolve("worker-classpath.txt");
        var classes = target.resolve("classes");
        if (!Files.exists(libraries) || !Files.isDirectory(classes)) {
            return Optional.empty();
        }
        try {
            var path = classes
                    + java.io.File.pathSeparator
                    + Files.readString(libraries).strip();
            return Optional.of(new WorkerProgram(List.of("-classpath", path, MAIN)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a worker that ends when this virtual machine does, whatever ends it: its standard input closes then. */
    Process run(Path folder) throws IOException {
        return new ProcessBuilder(command(List.of("-Xmx256m"), List.of("run", folder.toString(), "--end-with-stdin")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("log/error.txt").toFile())
                .start();
    }

    /**
     * One of the worker's commands, to its end.
     *
     * @throws IOException when it says no, with what it says
     */
    void command(String... arguments) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command(List.of(), List.of(arguments)))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST_COMMAND_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        if (process.waitFor() != 0) {
            throw new IOException("worker " + arguments[0] + ": " + said.strip());
        }
        LOG.debug("worker {}: {}", arguments[0], said);
    }

    private List<String> command(List<String> options, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(options);
        command.addAll(start);
        command.addAll(arguments);
        return command;
    }
}
