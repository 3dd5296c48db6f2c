package org.sluice.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.support.ui.FluentWait;

/** The whole product in a JVM of its own, started as people start it, on a free port and an empty folder. */
final class Product implements AutoCloseable {

    static final String RUNNING = "sluice.browser.product";

    private static final String MAIN = "org.sluice.SluiceApplication";
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(6);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(10);

    private final URI address;
    private final @Nullable Process process;
    private final Path log;

    private Product(URI address, @Nullable Process process, Path log) {
        this.address = address;
        this.process = process;
        this.log = log;
    }

    /** A product that is ready: a new one, or the one that the developer names. */
    static Product ready() {
        return ready(Map.of());
    }

    /** @param environment what this product is told beside its port and its folder; a product that runs is told nothing */
    static Product ready(Map<String, String> environment) {
        var running = System.getProperty(RUNNING, "");
        if (!running.isBlank()) {
            return new Product(URI.create(running), null, Path.of(System.getProperty(RUNNING + ".log", "none")));
        }
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "products")), "product-");
            return start(
                    folder.toAbsolutePath(),
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx768m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Dfile.encoding=UTF-8",
                            "-classpath",
                            classPath(),
                            MAIN),
                    environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a product by this command, with its data below the folder, and waits until it is ready. */
    static Product start(Path folder, List<String> command) throws IOException {
        return start(folder, command, Map.of());
    }

    private static Product start(Path folder, List<String> command, Map<String, String> environment)
            throws IOException {
        var port = freePort();
        var log = folder.resolve("product.log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // What a developer has exported, a database of their own for one, must not steer a start under test.
        builder.environment()
                .keySet()
                .removeIf(
                        name -> name.startsWith("SPRING_") || name.startsWith("SLUICE_") || name.startsWith("SERVER_"));
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("SLUICE_HOME", folder.resolve("home").toString());
        // a list of the demo's size takes both cores for minutes
        builder.environment().put("SLUICE_WORKERS_LISTROWS", "2000");
        builder.environment().putAll(environment);
        var process = builder.start();
        var product = new Product(URI.create("http://localhost:" + port + "/"), process, log);
        Runtime.getRuntime().addShutdownHook(new Thread(product::close));
        try {
            product.awaitReady(process);
            return product;
        } catch (RuntimeException e) {
            product.close();
            throw new IllegalStateException("The product did not start:\n" + product.lastWords(), e);
        }
    }

    URI address() {
        return address;
    }

    /** The API as this demo account. */
    Api as(String account) {
        return new Api(address, account);
    }

    /**
     * Ends a party's worker as a crash would; the product starts it again.
     *
     * @param party as it is called, in lower case
     */
    void killWorker(String party) {
        worker(party).destroyForcibly();
    }

    /** Where a party's worker keeps what it knows. */
    Path workerFolder(String party) {
        return log.resolveSibling(Path.of("home", "workers", party));
    }

    /** The one process that is this party's worker now. */
    ProcessHandle worker(String party) {
        var running = workers(party);
        if (running.size() != 1) {
            throw new IllegalStateException("Not one worker of " + party + ": " + running);
        }
        return running.get(0);
    }

    boolean runsWorker(String party) {
        return workers(party).size() == 1;
    }

    /** Whether this party has one worker and it is another than the one of this process id; one look for both. */
    boolean runsAnotherWorker(String party, long before) {
        var running = workers(party);
        return running.size() == 1 && running.get(0).pid() != before;
    }

    /** Waits until the engine knows what the workers of the bank and of the supplier hold. */
    void awaitData(String supplier) {
        Waiting.until("data sets of the bank and of " + supplier, () -> {
            var choices = as("business-requester").get("privacy-jobs/choices");
            return !choices.get("bankDataSets").isEmpty()
                    && StreamSupport.stream(choices.get("partners").spliterator(), false)
                            .filter(partner -> partner.get("code").asText().equals(supplier))
                            .anyMatch(partner -> !partner.get("dataSets").isEmpty());
        });
    }

    private List<ProcessHandle> workers(String party) {
        var folder = log.toAbsolutePath().getParent().toString();
        return ProcessHandle.allProcesses()
                .filter(each -> each.info()
                        .commandLine()
                        .filter(line -> line.contains(folder) && line.contains("/" + party + " --engine"))
                        .isPresent())
                .toList();
    }

    /** How much has been logged so far, for {@link #complaintsSince}. */
    long logged() {
        return log().size();
    }

    /** What the product itself noticed to be wrong: errors, and texts that are missing. */
    List<String> complaintsSince(long line) {
        return log().stream()
                .skip(line)
                .filter(text -> text.contains(" ERROR ") || text.contains("No text for "))
                .toList();
    }

    String lastWords() {
        var lines = log();
        return lines.stream().skip(Math.max(0, lines.size() - 60L)).collect(Collectors.joining("\n"));
    }

    /** Ends the JVM as a crash would: nothing of its own runs any more. */
    void kill() {
        if (process != null) {
            process.destroyForcibly();
            ended(process, KILLED_WITHIN);
        }
    }

    /**
     * Ends the product as Ctrl-C does.
     *
     * @return false when it still runs after the limit
     */
    boolean endsWithin(Duration limit) {
        if (process == null) {
            return false;
        }
        process.destroy();
        return ended(process, limit);
    }

    @Override
    public void close() {
        if (process == null || !process.isAlive()) {
            return;
        }
        process.destroy();
        if (!ended(process, STOPS_WITHIN)) {
            process.destroyForcibly();
            ended(process, KILLED_WITHIN);
        }
    }

    private void awaitReady(Process starting) {
        new FluentWait<>(this)
                .withTimeout(STARTS_WITHIN)
                .pollingEvery(Duration.ofMillis(500))
                .withMessage("UP at /actuator/health")
                .until(product -> {
                    if (!starting.isAlive()) {
                        throw new IllegalStateException("It ended with " + starting.exitValue());
                    }
                    return product.isUp();
                });
    }

    private boolean isUp() {
        try {
            var health = HttpRequest.newBuilder(address.resolve("actuator/health"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            var answer = HttpClient.newHttpClient().send(health, BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"UP\"");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> log() {
        try {
            return Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the product needs, without the tests and their driver. */
    private static String classPath() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Predicate<String> ofTests = entry -> entry.contains("test-classes")
                || entry.replace('\\', '/').contains("/org/seleniumhq/")
                || entry.replace('\\', '/').contains("/browser-tests/");
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(ofTests.negate())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private static boolean ended(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
