package org.sluice.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packed jar as a process of its own: until it is UP, and what its JVM holds once it has come to rest. */
final class ProductStart {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    /** At rest: over so many looks, a second apart, resident memory has moved by less than this. */
    private static final int LOOKS = 8;

    private static final double STILL_MIB = 1.5;

    private final Path jar;
    private final Path home;
    private final PrintStream out;

    ProductStart(Path jar, Path home, PrintStream out) {
        this.jar = jar;
        this.home = home;
        this.out = out;
    }

    void measure() throws IOException {
        out.printf("Start of the jar, its two workers beside it: java %s-jar …-boot.jar%n", flags());
        once("on an empty folder, with the demo's data");
        once("again, on the database that is there");
        out.printf("  goals: 15 s, 500 MiB%n%n");
    }

    private void once(String what) throws IOException {
        var port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Settings.PRODUCT_FLAGS);
        command.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolveSibling("product.log").toFile());
        builder.environment().keySet().removeIf(Settings::steersAStart);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("SLUICE_HOME", home.toString());
        var start = System.nanoTime();
        var process = builder.start();
        try {
            awaitUp(process, port);
            var seconds = (System.nanoTime() - start) / 1e9;
            var computed =
                    process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
            var atUp = residentMiB(process);
            out.printf(
                    "  %-40s UP after %.1f s, for which it computed %.1f s; resident %.0f MiB then, %.0f MiB at rest%n",
                    what, seconds, computed, atUp, atRest(process));
        } finally {
            end(process);
        }
    }

    private static void awaitUp(Process process, int port) {
        var http = HttpClient.newHttpClient();
        var health = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofMillis(50)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The product ended with " + process.exitValue());
            }
            try {
                return http.send(health, BodyHandlers.ofString()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            }
        });
    }

    private static double atRest(Process process) {
        var seen = new ArrayDeque<Double>();
        Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofSeconds(1)).until(() -> {
            seen.addLast(residentMiB(process));
            if (seen.size() > LOOKS) {
                seen.removeFirst();
            }
            var spread = Spread.of(seen);
            return seen.size() == LOOKS && spread.max() - spread.min() < STILL_MIB;
        });
        return seen.getLast();
    }

    private static double residentMiB(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String flags() {
        return Settings.PRODUCT_FLAGS.isEmpty() ? "" : String.join(" ", Settings.PRODUCT_FLAGS) + " ";
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
