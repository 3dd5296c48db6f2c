package org.sluice.worker.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Settings;
import org.sluice.worker.party.Trust;
import org.sluice.worker.party.WorkerFolder;

/**
 * Measures protocols: for each it starts two fresh virtual machines, one a party, lets them run several times, and then
 * measures what this machine could do at most. The first run of a virtual machine is <em>cold</em>: nothing is compiled
 * yet; the median of the others is <em>warm</em>.
 */
public record Bench(Clock clock, SecureRandom random) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What is to be measured.
     *
     * @param contests names, or {@code all}
     * @param size elements of either side; 0 for each protocol's usual one
     * @param rounds runs in one virtual machine
     * @param heap greatest heap of each party, as for {@code -Xmx}
     */
    public record Wanted(String contests, int size, int rounds, String provider, String heap) {}

    /** Names of what can be measured. */
    public static List<String> names() {
        return Contests.all().stream().map(Contest::name).toList();
    }

    /** @throws IllegalArgumentException if a name is unknown */
    public void run(Wanted wanted, Consumer<Map<String, Object>> say) throws InterruptedException {
        List<Contest> contests = wanted.contests().equals("all")
                ? Contests.all()
                : List.of(wanted.contests().split(",")).stream()
                        .map(Contests::named)
                        .toList();
        Path root = temporary();
        try {
            parties(root);
            for (Contest contest : contests) {
                measure(contest, wanted, root, say);
            }
            say.accept(machine(wanted));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            delete(root);
        }
    }

    /** What the machine does at most of what protocols live on, whichever were measured. */
    private Map<String, Object> machine(Wanted wanted) throws InterruptedException {
        try (Tools tools = Tools.of(wanted.provider(), random)) {
            Limits limits = new Limits(tools, random);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("machine", System.getProperty("os.arch") + ", Java " + System.getProperty("java.version"));
            line.put("cores", Tools.CORES);
            line.put("ladder", tools.ladder().provider());
            line.put("laddersPerSecond", Math.round(limits.ladders()));
            line.put("aesCtrGBPerSecond", rounded(limits.aes() / 1e9, 100));
            line.put("streamReadGBPerSecond", rounded(limits.stream() / 1e9, 100));
            return line;
        }
    }

    private void measure(Contest contest, Wanted wanted, Path root, Consumer<Map<String, Object>> say)
            throws IOException, InterruptedException {
        int size = wanted.size() == 0 ? contest.usualSize() : wanted.size();
        List<Run> runs = bothSides(contest, wanted, size, root);
        Limit limit;
        try (Tools tools = Tools.of(wanted.provider(), random)) {
            limit = contest.limit(new Limits(tools, random));
        }
        say.accept(line(contest, size, "cold", runs.get(0), limit));
        if (runs.size() > 1) {
            say.accept(line(contest, size, "warm", median(runs.subList(1, runs.size())), limit));
        }
    }

    private List<Run> bothSides(Contest contest, Wanted wanted, int size, Path root)
            throws IOException, InterruptedException {
        Process responder = party(contest, wanted, size, Role.RESPONDER, root, 0);
        try (BufferedReader responders = responder.inputReader(StandardCharsets.UTF_8)) {
            int port = told(responders).path("port").asInt();
            Process learner = party(contest, wanted, size, Role.LEARNER, root, port);
            try (BufferedReader learners = learner.inputReader(StandardCharsets.UTF_8)) {
                List<Run> runs = new ArrayList<>();
                for (int round = 0; round < wanted.rounds(); round++) {
                    Run ours = read(told(learners));
                    Run theirs = read(told(responders));
                    runs.add(new Run(ours.seconds(), ours.bytes(), Math.max(ours.peakMiB(), theirs.peakMiB())));
                }
                return runs;
            } finally {
                end(learner);
            }
        } finally {
            end(responder);
        }
    }

    private static void end(Process process) throws InterruptedException {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static Process party(Contest contest, Wanted wanted, int size, Role role, Path root, int port)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + wanted.heap()));
        String classes = System.getProperty("java.class.path");
        // One jar holds the others in itself and knows how to open them; a class path needs to be told where to begin.
        if (classes.endsWith(".jar") && !classes.contains(File.pathSeparator)) {
            command.addAll(List.of("-jar", classes));
        } else {
            command.addAll(List.of("-cp", classes, "org.sluice.worker.WorkerMain"));
        }
        command.addAll(List.of(
                "bench-party",
                root.resolve(role.party()).toString(),
                "--protocol",
                contest.name(),
                "--role",
                role.name(),
                "--size",
                String.valueOf(size),
                "--rounds",
                String.valueOf(wanted.rounds()),
                "--provider",
                wanted.provider(),
                "--peer",
                "127.0.0.1:" + (port == 0 ? 1 : port)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static JsonNode told(BufferedReader party) throws IOException {
        String line = party.readLine();
        if (line == null) {
            throw new IllegalStateException("A party ended before its time; what it said stands above");
        }
        return JSON.readTree(line);
    }

    private static Run read(JsonNode line) {
        return new Run(
                line.path("seconds").asDouble(),
                line.path("bytes").asLong(),
                line.path("peakRssMiB").asLong());
    }

    private static Run median(List<Run> runs) {
        List<Run> sorted =
                runs.stream().sorted(Comparator.comparingDouble(Run::seconds)).toList();
        Run middle = sorted.get(sorted.size() / 2);
        long peak = runs.stream().mapToLong(Run::peakMiB).max().orElse(0);
        return new Run(middle.seconds(), middle.bytes(), peak);
    }

    private static Map<String, Object> line(Contest contest, int size, String jvm, Run run, Limit limit) {
        double rate = 2.0 * size / run.seconds();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("protocol", contest.name());
        line.put("size", size);
        line.put("jvm", jvm);
        line.put("seconds", rounded(run.seconds(), 1000));
        line.put("elementsPerSecond", Math.round(rate));
        line.put("bytesPerElement", rounded((double) run.bytes() / size, 100));
        line.put("peakRssMiB", run.peakMiB());
        line.put("limit", Math.round(limit.elementsPerSecond()));
        line.put("limitIs", limit.what());
        line.put("ratio", rounded(rate / limit.elementsPerSecond(), 1000));
        return line;
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }

    private void parties(Path root) {
        WorkerFolder learner = folder(root, Role.LEARNER);
        WorkerFolder responder = folder(root, Role.RESPONDER);
        new Trust(learner).add(responder.certificate(), false);
        new Trust(responder).add(learner.certificate(), false);
    }

    private WorkerFolder folder(Path root, Role role) {
        WorkerFolder folder = WorkerFolder.create(root.resolve(role.party()));
        Identity.create(folder, new PartyId(role.party()), clock.instant(), random);
        Settings.writeTemplate(folder, "http://localhost:1/none", "127.0.0.1:0");
        return folder;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("sluice-bench");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path root) {
        try (var files = Files.walk(root)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
