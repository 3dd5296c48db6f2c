package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The one jar without Maven: it starts on the newest Java that is installed (25 where it is), survives a killed JVM with
 * its data, and ends in time without leaving a process.
 */
class JarTest {

    private static final Path TARGET = Path.of("..", "target");

    @Test
    void startsSurvivesAKillWithItsDataAndEndsInTime() throws IOException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "products")), "jar-")
                .toAbsolutePath();
        var command = List.of(newestJava().toString(), "-jar", jar().toString());
        String requirement;
        var first = Product.start(folder, command);
        try (first) {
            requirement = first.as("business-requester")
                    .sendExample("Kept over a kill", "HO")
                    .get("requirementNo")
                    .asText();
            first.kill();
        }
        try (var second = Product.start(folder, command)) {
            assertThat(second.as("audit").get("requirements").toString()).contains(requirement);
            assertThat(second.endsWithin(Duration.ofSeconds(10)))
                    .as("ends within 10 s")
                    .isTrue();
        }
        assertThat(processesOf(folder)).isEmpty();
    }

    private static List<String> processesOf(Path folder) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }

    /** @throws IllegalStateException when the jar is not there: it is built before this module */
    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.toString().endsWith("-boot.jar"))
                    .findFirst()
                    .map(file -> file.toAbsolutePath().normalize())
                    .orElseThrow(() -> new IllegalStateException("No boot jar in " + TARGET.toAbsolutePath()
                            + ": build with ./mvnw verify, or package engine-app first"));
        }
    }

    private static Path newestJava() throws IOException {
        var installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> homes = Files.list(installed)) {
                var newest = homes.filter(home -> home.getFileName().toString().matches("(?:[a-z-]*-)?25(?:\\D.*)?"))
                        .map(home -> home.resolve("bin").resolve("java"))
                        .filter(Files::isExecutable)
                        .findFirst();
                if (newest.isPresent()) {
                    return newest.get();
                }
            }
        }
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
