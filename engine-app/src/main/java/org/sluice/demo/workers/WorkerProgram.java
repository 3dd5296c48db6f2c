package org.sluice.demo.workers;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The worker's program, as this house starts it and as a person can: an argument file for the {@code java} command names
 * memory, class path and main class. The application has no class of a worker.
 */
record WorkerProgram(Path arguments) {

    /** Where the build of a jar puts the worker's own jar; there is none where the house runs from folders. */
    private static final String ENCLOSED = "worker.jar";

    private static final String CLASS_PATH = "worker-classpath.txt";
    private static final String MAIN = "org.sluice.worker.WorkerMain";

    /** Measured: about 105 MB resident at rest, and a match test of 50,000 rows fits into two thirds of the heap. */
    private static final String MACHINE =
            "-Xms16m -Xmx96m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8";

    /** A list of a million entries is 105 MB of numbers that are walked through whole for every question. */
    private static final String MACHINE_OF_LISTS = "-Xms16m -Xmx1g -Xss512k -XX:+UseSerialGC -Dfile.encoding=UTF-8";

    private static final String OF_LISTS = "worker-of-lists";

    /**
     * Finds it and writes the argument files.
     *
     * @param named the build folder of the worker or its jar; null to use the one that this house encloses
     * @param home the folder of all workers
     */
    static Optional<WorkerProgram> find(@Nullable Path named, Path home) throws IOException {
        var classPath = classPath(named, home.resolve("program"));
        if (classPath.isEmpty()) {
            return Optional.empty();
        }
        var arguments = home.resolve("worker");
        write(arguments, MACHINE, classPath.get());
        write(home.resolve(OF_LISTS), MACHINE_OF_LISTS, classPath.get());
        return Optional.of(new WorkerProgram(arguments));
    }

    private static void write(Path file, String machine, String classPath) throws IOException {
        Files.writeString(file, machine + "\n-cp " + quoted(classPath) + "\n" + MAIN + "\n");
    }

    /** The same on a larger machine: for a worker that serves lists, or asks them. */
    WorkerProgram ofLists() {
        return new WorkerProgram(arguments.resolveSibling(OF_LISTS));
    }

    private static Optional<String> classPath(@Nullable Path named, Path unpacked) throws IOException {
        if (named != null && Files.isRegularFile(named.resolve(CLASS_PATH))) {
            var libraries = Files.readString(named.resolve(CLASS_PATH)).strip();
            return Optional.of(named.resolve("classes").toAbsolutePath() + File.pathSeparator + libraries);
        }
        if (named != null && !Files.isRegularFile(named)) {
            return Optional.empty();
        }
        try (var jar =
                named == null ? WorkerProgram.class.getResourceAsStream(ENCLOSED) : Files.newInputStream(named)) {
            return jar == null ? Optional.empty() : Optional.of(unpack(jar, unpacked));
        }
    }

    /** Side by side and not one jar in the other: it starts sooner and takes less memory. Written anew at each start. */
    private static String unpack(InputStream jar, Path folder) throws IOException {
        var draft = folder.resolveSibling(folder.getFileName() + ".new");
        delete(draft);
        var libraries = new ArrayList<Path>();
        try (var zip = new ZipInputStream(jar)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = place(entry, draft);
                if (file == null) {
                    continue;
                }
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
                if (file.toString().endsWith(".jar")) {
                    libraries.add(folder.resolve(draft.relativize(file)));
                }
            }
        }
        // A worker that is just ending has its files open and reads on in them.
        delete(folder);
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        var places = new ArrayList<>(List.of(folder.resolve("classes").toString()));
        libraries.stream().map(Path::toString).sorted().forEach(places::add);
        return String.join(File.pathSeparator, places);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var inside = Files.walk(folder)) {
            for (var each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static @Nullable Path place(ZipEntry entry, Path folder) {
        var name = entry.getName();
        if (entry.isDirectory() || !(name.startsWith("BOOT-INF/classes/") || name.startsWith("BOOT-INF/lib/"))) {
            return null;
        }
        var file = folder.resolve(name.substring("BOOT-INF/".length())).normalize();
        return file.startsWith(folder) ? file : null;
    }

    /** As argument files want it. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Starts it; both of its outputs are one. Whoever ends its input ends a worker that was told to end with that. */
    Process start(List<String> words) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + arguments);
        command.addAll(words);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /**
     * Runs a command of the worker to its end; a thread that is interrupted ends the command too, which leaves what it
     * writes whole or not there.
     */
    void run(String... words) throws IOException, InterruptedException {
        var process = start(List.of(words));
        try {
            process.getOutputStream().close();
            // read beside: a read cannot be interrupted, and a full pipe would hold the command up
            var said = CompletableFuture.supplyAsync(() -> textOf(process));
            if (process.waitFor() != 0) {
                throw new IOException("worker " + words[0] + ": " + said.join().replaceAll("\\R", " / "));
            }
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private static String textOf(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
