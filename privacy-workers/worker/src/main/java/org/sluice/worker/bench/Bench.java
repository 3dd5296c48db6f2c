package org.sluice.worker.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
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
     * @param contests names, {@code all} that need no worker and no quarter of an hour, or the service of hidden queries alone
     * @param size elements of either side; 0 for each protocol's usual one
     * @param rounds runs in one virtual machine
     * @param heap greatest heap of each party, as for {@code -Xmx}
     */
    public record Wanted(String contests, int size, int rounds, String provider, String heap) {}

    /** Names of what can be measured together; the service of hidden queries is measured alone. */
    public static List<String> names() {
        return Contests.names();
    }

    /** Whether a text is what {@link Wanted#contests} may be. */
    public static boolean measures(String contests) {
        return contests.equals("all")
                || contests.equals(ServiceBench.NAME)
                || names().containsAll(List.of(contests.split(",")));
    }

    /** What {@link #measures} accepts, for who has asked for something else. */
    public static String choice() {
        return "it must be all, " + ServiceBench.NAME + ", or some of " + names();
    }

    /** @throws IllegalArgumentException if a name is unknown */
    public void run(Wanted wanted, Consumer<Map<String, Object>> say) throws InterruptedException {
        if (wanted.contests().equals(ServiceBench.NAME)) {
            service(wanted, say);
            return;
        }
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

    /** Two workers as they are run, and whoever asks. */
    private void service(Wanted wanted, Consumer<Map<String, Object>> say) throws InterruptedException {
        Path root = temporary();
        try {
            parties(root);
            new ServiceBench(
                            WorkerFolder.of(root.resolve(Role.LEARNER.party())),
                            WorkerFolder.of(root.resolve(Role.RESPONDER.party())),
                            wanted)
                    .run(say);
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
        Measured measured = bothSides(contest, wanted, size, root);
        List<Run> runs = measured.runs();
        Limit limit = measured.limit();
        say.accept(line(contest, size, "cold", runs.get(0), limit));
        if (runs.size() > 1) {
            say.accept(line(contest, size, "warm", median(runs.subList(1, runs.size())), limit));
        }
    }

    /** @param limit of the responder's virtual machine, whose collector and heap both parties have */
    private record Measured(List<Run> runs, Limit limit) {}

    private Measured bothSides(Contest contest, Wanted wanted, int size, Path root)
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
                    runs.add(together(contest, ours, theirs));
                }
                end(learner);
                JsonNode limit = told(responders);
                return new Measured(
                        runs,
                        new Limit(
                                limit.path("limit").asDouble(),
                                limit.path("limitIs").asText()));
            } finally {
                end(learner);
            }
        } finally {
            end(responder);
        }
    }

    private static Run together(Contest contest, Run ours, Run theirs) {
        Map<String, Object> figures = new LinkedHashMap<>(theirs.figures());
        figures.putAll(ours.figures());
        for (String both : List.of("processorSeconds", "compilerSeconds")) {
            figures.put(both, rounded(number(ours, both) + number(theirs, both), 100));
        }
        double seconds = contest.timed() == Role.LEARNER ? ours.seconds() : theirs.seconds();
        return new Run(seconds, ours.bytes(), Math.max(ours.peakMiB(), theirs.peakMiB()), figures);
    }

    private static double number(Run run, String figure) {
        return ((Number) run.figures().getOrDefault(figure, 0)).doubleValue();
    }

    private static void end(Process process) throws InterruptedException {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static Process party(Contest contest, Wanted wanted, int size, Role role, Path root, int port)
            throws IOException {
        List<String> arguments = List.of(
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
                "127.0.0.1:" + (port == 0 ? 1 : port));
        return new ProcessBuilder(Jvm.command(wanted.heap(), arguments))
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
        Map<String, Object> figures = JSON.convertValue(line.path("figures"), new TypeReference<>() {});
        figures.put("processorSeconds", line.path("processorSeconds").asDouble());
        figures.put("compilerSeconds", line.path("compilerSeconds").asDouble());
        return new Run(
                ((Number) figures.getOrDefault("seconds", line.path("seconds").asDouble())).doubleValue(),
                line.path("bytes").asLong(),
                line.path("peakRssMiB").asLong(),
                figures);
    }

    private static Run median(List<Run> runs) {
        List<Run> sorted =
                runs.stream().sorted(Comparator.comparingDouble(Run::seconds)).toList();
        Run middle = sorted.get(sorted.size() / 2);
        long peak = runs.stream().mapToLong(Run::peakMiB).max().orElse(0);
        return new Run(middle.seconds(), middle.bytes(), peak, middle.figures());
    }

    private static Map<String, Object> line(Contest contest, int size, String jvm, Run run, Limit limit) {
        double rate = contest.rate(size, run);
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
        run.figures().forEach(line::putIfAbsent);
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
        try {
            WorkerFolder.remove(root);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
