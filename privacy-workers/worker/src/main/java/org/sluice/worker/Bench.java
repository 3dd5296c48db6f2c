package org.sluice.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.sluice.process.Var;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.protocol.Secret;
import org.sluice.protocol.group.BatchedGroup.Step;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.group.Element;
import org.sluice.worker.data.DataHandle;
import org.sluice.worker.data.DataSets;
import org.sluice.worker.data.DemoData;
import org.sluice.worker.data.Schema;
import org.sluice.worker.jobs.Groups;
import org.sluice.worker.jobs.Job;
import org.sluice.worker.jobs.Ladders;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Settings;
import org.sluice.worker.party.Trust;
import org.sluice.worker.party.WorkerFolder;

/**
 * A match test between two workers of this process over loopback TLS, against what the bare multiplications would cost.
 *
 * <p>Each element of either set is multiplied twice. The limit is the rate at which all cores do nothing else; it is
 * measured in the same process right before and right after, because machines and their neighbours differ by the minute.
 */
record Bench(Clock clock, SecureRandom random) {

    private static final Duration PROBE = Duration.ofSeconds(2);

    Map<String, Object> run(int size, String group, String provider) throws InterruptedException {
        Path root = temporary();
        try {
            return run(root, size, group, provider);
        } finally {
            delete(root);
        }
    }

    private Map<String, Object> run(Path root, int size, String group, String provider) throws InterruptedException {
        WorkerFolder one = folder(root, "bank", size, provider);
        WorkerFolder two = folder(root, "supplier", size, provider);
        new Trust(one).add(two.certificate(), false);
        new Trust(two).add(one.certificate(), false);
        double before = multiplications(group, provider);
        try (Worker learner = Worker.open(one, Settings.read(one), clock, random);
                Worker responder = Worker.open(two, Settings.read(two), clock, random)) {
            UUID job = UUID.randomUUID();
            CompletableFuture<Outcome> responds = CompletableFuture.supplyAsync(
                    () -> test(responder, input(job, responder, learner, two, group, MatchTestTopic.RESPONDER)));
            Outcome end = test(learner, input(job, learner, responder, one, group, MatchTestTopic.LEARNER));
            Outcome other = responds.join();
            // two multiplications an element, and the mean of two probes
            double limit = (before + multiplications(group, provider)) / 4;
            return line(end, other, size, group, Ladders.of(provider).provider(), limit);
        }
    }

    private static Map<String, Object> line(
            Outcome learner, Outcome responder, int size, String group, String provider, double limit) {
        if (!(learner instanceof Outcome.Done done) || !(responder instanceof Outcome.Done)) {
            throw new IllegalStateException("The test did not end well: " + learner + ", " + responder);
        }
        double seconds = (double) result(done, MatchTestTopic.SECONDS);
        long bytes = (long) result(done, MatchTestTopic.BYTES);
        double rate = 2.0 * size / seconds;
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("protocol", "match-test/" + group);
        line.put("provider", group.equals("p256") ? "BouncyCastle" : provider);
        line.put("size", size);
        line.put("matched", result(done, MatchTestTopic.MATCHED));
        line.put("seconds", seconds);
        line.put("elementsPerSecond", Math.round(rate));
        line.put("bytesPerElement", Math.round(100.0 * bytes / size) / 100.0);
        line.put("limit", Math.round(limit));
        line.put("ratio", Math.round(100 * rate / limit) / 100.0);
        return line;
    }

    private static Object result(Outcome.Done done, Var<?> variable) {
        return done.results().getOrDefault(variable.name(), 0);
    }

    private static Outcome test(Worker worker, Map<String, Object> input) {
        Job job = worker.jobs().get(0);
        return job.run(input, new Silence());
    }

    private static final class Silence implements Progress {
        @Override
        public void waits(Notice notice) {}

        @Override
        public void computes(Step step, int rows, int total, long bytes) {}
    }

    private Map<String, Object> input(
            UUID job, Worker own, Worker peer, WorkerFolder folder, String group, String role) {
        DataHandle handle = new DataSets(folder).read("companies").handle();
        Map<String, Object> input = new HashMap<>();
        put(input, MatchTestTopic.JOB, job);
        put(input, MatchTestTopic.PARTY, own.identity().party().name());
        put(input, MatchTestTopic.PEER_PARTY, peer.identity().party().name());
        put(input, MatchTestTopic.PEER_ADDRESS, peer.address().toString());
        put(input, MatchTestTopic.DATA_SET, handle.toString());
        put(input, MatchTestTopic.ROLE, role);
        put(input, MatchTestTopic.GROUP, group);
        put(input, MatchTestTopic.LEAST_SET, 100L);
        put(input, MatchTestTopic.GREATEST_SET, 2_000_000L);
        put(input, MatchTestTopic.DEADLINE, Date.from(clock.instant().plus(Duration.ofHours(2))));
        return input;
    }

    private static <T> void put(Map<String, Object> input, Var<T> variable, T value) {
        input.put(variable.name(), variable.encode(value));
    }

    /** A second, without anything else, on all cores together. */
    private double multiplications(String group, String provider) throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(cores);
        try {
            UnaryOperator<byte[]> warm = multiplier(group, provider, threads);
            probe(warm, Duration.ofMillis(500));
            List<Future<Double>> probes = IntStream.range(0, cores)
                    .mapToObj(core -> threads.submit(() -> probe(multiplier(group, provider, threads), PROBE)))
                    .toList();
            double sum = 0;
            for (Future<Double> each : probes) {
                sum += each.get();
            }
            return sum;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private double probe(UnaryOperator<byte[]> multiplier, Duration time) {
        byte[] element = new byte[32];
        element[0] = 9;
        Instant begin = clock.instant();
        Instant end = begin.plus(time);
        int count = 0;
        while (clock.instant().isBefore(end)) {
            element = multiplier.apply(element);
            count++;
        }
        return count * 1e9 / Duration.between(begin, clock.instant()).toNanos();
    }

    private UnaryOperator<byte[]> multiplier(String group, String provider, ExecutorService threads) {
        DiffieHellmanGroup math = new Groups(Ladders.of(provider), threads).of(group, (step, rows, total) -> {});
        Secret scalar = math.sampleScalar(random);
        if (group.equals("curve25519")) {
            return Ladders.of(provider).by(scalar);
        }
        Element[] element = {math.hashToElement(new byte[] {1}, new byte[] {1})};
        return ignored -> {
            element[0] = math.multiply(element[0], scalar);
            return ignored;
        };
    }

    private WorkerFolder folder(Path root, String party, int size, String provider) {
        WorkerFolder folder = WorkerFolder.create(root.resolve(party));
        Identity.create(folder, new PartyId(party), clock.instant(), random);
        Settings.writeTemplate(folder, "http://localhost:1/none", "127.0.0.1:0");
        set(folder, "curve.provider=auto", "curve.provider=" + provider);
        int from = party.equals("bank") ? 0 : size / 3;
        DemoData.write(folder, "companies", new DemoData.Window(Schema.USCC, 2026, from, size));
        return folder;
    }

    private static void set(WorkerFolder folder, String before, String after) {
        try {
            Files.writeString(
                    folder.settings(), Files.readString(folder.settings()).replace(before, after));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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
