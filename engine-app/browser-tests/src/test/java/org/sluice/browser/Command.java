package org.sluice.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program of this machine, and what it said. */
record Command(int exitCode, String output) {

    /** Runs to the end; whatever the program says, on either stream, is its output. */
    static Command run(String... words) {
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", words), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(String.join(" ", words), e);
        }
    }

    /** The first of these programs that stands on the path. */
    static Optional<Path> find(String... names) {
        var folders = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(Pattern.quote(java.io.File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
        return Stream.of(names)
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    boolean succeeded() {
        return exitCode == 0;
    }
}
