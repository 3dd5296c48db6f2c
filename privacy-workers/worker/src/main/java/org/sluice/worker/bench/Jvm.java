package org.sluice.worker.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.sluice.worker.party.WorkerFolder;

/**
 * How this program is started once more, in a virtual machine of its own, as the product starts its workers: with the serial
 * collector, and with classes and libraries side by side, since what is nested in one jar loads more slowly.
 */
final class Jvm {

    private static final String WITHIN = "BOOT-INF/";

    private Jvm() {}

    /** @param heap greatest heap, as for {@code -Xmx} */
    static List<String> command(String heap, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                Program.CLASS_PATH,
                "org.sluice.worker.WorkerMain"));
        command.addAll(arguments);
        return command;
    }

    /** Unpacked once, when it is first needed, and gone with this process. */
    private static final class Program {

        static final String CLASS_PATH = classPath();

        private static String classPath() {
            String classes = System.getProperty("java.class.path");
            if (!classes.endsWith(".jar") || classes.contains(File.pathSeparator)) {
                return classes;
            }
            try (ZipFile jar = new ZipFile(classes)) {
                Path folder = Files.createTempDirectory("sluice-bench-program");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                List<String> libraries = new ArrayList<>();
                for (ZipEntry each : jar.stream().filter(Program::isWithin).toList()) {
                    Path file = folder.resolve(each.getName().substring(WITHIN.length()))
                            .normalize();
                    if (!file.startsWith(folder)) {
                        throw new IOException(each.getName() + " leads out of the jar");
                    }
                    Files.createDirectories(file.getParent());
                    try (var content = jar.getInputStream(each)) {
                        Files.copy(content, file);
                    }
                    if (file.toString().endsWith(".jar")) {
                        libraries.add(file.toString());
                    }
                }
                libraries.add(0, folder.resolve("classes").toString());
                return String.join(File.pathSeparator, libraries);
            } catch (IOException failed) {
                throw new UncheckedIOException("Cannot unpack " + classes, failed);
            }
        }

        private static boolean isWithin(ZipEntry entry) {
            return !entry.isDirectory() && entry.getName().startsWith(WITHIN);
        }

        private static void delete(Path folder) {
            try {
                WorkerFolder.remove(folder);
            } catch (IOException left) {
                throw new UncheckedIOException(left);
            }
        }
    }
}
