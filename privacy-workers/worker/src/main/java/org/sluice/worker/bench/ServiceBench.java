package org.sluice.worker.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.sluice.worker.data.DemoData;
import org.sluice.worker.data.Schema;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.query.served.DemoList;
import org.sluice.worker.query.wire.ListName;

/**
 * How long a question takes at the door of a bank's worker, with the supplier's worker in another process on the same machine:
 * single identifiers, one after the other without a pause, as an HTTP client sees it; in the list and not by turns.
 */
final class ServiceBench {

    static final String NAME = "hidden-query-service";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ListName LIST = new ListName("enterprise-risk");
    private static final int USUAL_SIZE = 1_000_000;
    private static final int WARM_UP = 20;
    private static final int LOOK_MILLIS = 500;

    private final WorkerFolder bank;
    private final WorkerFolder supplier;
    private final Bench.Wanted wanted;
    private final int size;
    private final int served = free();
    private final int door = free();
    private final HttpClient http = HttpClient.newHttpClient();

    ServiceBench(WorkerFolder bank, WorkerFolder supplier, Bench.Wanted wanted) throws IOException {
        this.bank = bank;
        this.supplier = supplier;
        this.wanted = wanted;
        this.size = wanted.size() == 0 ? USUAL_SIZE : wanted.size();
    }

    void run(Consumer<Map<String, Object>> say) throws IOException, InterruptedException {
        List<String> known = prepare();
        Process supplying = started(supplier);
        Process asking = started(bank);
        try {
            long began = System.nanoTime();
            awaitList(supplying, asking);
            double setUp = (System.nanoTime() - began) / 1e9;
            double first = ask(known.get(0), true);
            for (int i = 1; i <= WARM_UP; i++) {
                ask(known.get(i), true);
            }
            double[] millis = new double[wanted.rounds()];
            for (int i = 0; i < millis.length; i++) {
                boolean isKnown = i % 2 == 0;
                millis[i] = ask(isKnown ? known.get((WARM_UP + 1 + i) % known.size()) : "NOBODY" + i, isKnown);
            }
            say.accept(line(setUp, first, millis));
        } finally {
            end(asking);
            end(supplying);
        }
    }

    /** Writes the list and the settings, and gives back some of its identifiers. */
    private List<String> prepare() throws IOException {
        new DemoList(supplier, LIST)
                .write(new DemoData.Window(Schema.USCC, 2026, 0, size), Role.LEARNER.party(), Long.MAX_VALUE >>> 16);
        set(supplier, "queries.listen", served);
        set(bank, "queries.door", door);
        try (var lines = Files.lines(supplier.lists().resolve(LIST + ".csv"))) {
            return lines.skip(1)
                    .limit(1000)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
        }
    }

    private static void set(WorkerFolder folder, String key, int port) throws IOException {
        String settings = Files.readString(folder.settings());
        Files.writeString(folder.settings(), settings.replaceAll("(?m)^" + key + "=.*$", key + "=127.0.0.1:" + port));
    }

    private Process started(WorkerFolder folder) throws IOException {
        List<String> arguments = List.of("run", folder.root().toString(), "--end-with-stdin");
        Process process = new ProcessBuilder(Jvm.command(wanted.heap(), arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.inputReader(StandardCharsets.UTF_8).readLine() == null) {
            throw new IllegalStateException("A worker did not start; what it said stands above");
        }
        return process;
    }

    private void awaitList(Process... workers) throws IOException, InterruptedException {
        while (true) {
            if (!Arrays.stream(workers).allMatch(Process::isAlive)) {
                throw new IllegalStateException("A worker ended before its list was ready");
            }
            JsonNode list = post("lists", peer()).path("lists").path(0);
            if (list.path("state").asText().equals("READY")) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private Map<String, Object> peer() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("peer", Role.RESPONDER.party());
        body.put("address", "127.0.0.1:" + served);
        return body;
    }

    /** Milliseconds until the answer was there. */
    private double ask(String identifier, boolean known) throws IOException, InterruptedException {
        Map<String, Object> body = peer();
        body.put("list", LIST.name());
        body.put("identifiers", List.of(identifier));
        long began = System.nanoTime();
        JsonNode said = post("answers", body);
        double millis = (System.nanoTime() - began) / 1e6;
        if (!said.path("answers").path(0).has("found")
                || said.path("answers").path(0).path("found").asBoolean() != known) {
            throw new IllegalStateException("The service did not answer as the list says: " + said.path("code"));
        }
        return millis;
    }

    private JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door + "/hidden-query/" + path))
                .header("Authorization", "Bearer " + Files.readString(bank.queryCredential()))
                .POST(HttpRequest.BodyPublishers.ofString(written(body)))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    private static String written(Map<String, Object> body) throws JsonProcessingException {
        return JSON.writeValueAsString(body);
    }

    private Map<String, Object> line(double setUp, double first, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("protocol", NAME);
        line.put("size", size);
        line.put("questions", millis.length);
        line.put("p50Milliseconds", percentile(sorted, 50));
        line.put("p95Milliseconds", percentile(sorted, 95));
        line.put("p99Milliseconds", percentile(sorted, 99));
        line.put("mostMilliseconds", percentile(sorted, 100));
        line.put("firstMilliseconds", rounded(first));
        line.put("setUpSeconds", rounded(setUp));
        line.put("cores", Tools.CORES);
        line.put(
                "loadAverage",
                rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        return line;
    }

    /** The least figure that so many of a hundred do not exceed. */
    static double percentile(double[] sorted, int percent) {
        return rounded(sorted[Math.max((sorted.length * percent + 99) / 100 - 1, 0)]);
    }

    private static double rounded(double figure) {
        return Math.round(figure * 10) / 10.0;
    }

    private static int free() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void end(Process worker) throws IOException, InterruptedException {
        worker.getOutputStream().close();
        if (!worker.waitFor(10, TimeUnit.SECONDS)) {
            worker.destroyForcibly();
        }
    }
}
