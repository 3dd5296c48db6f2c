package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.WorkerFolder;

/** A supplier with a list, a bank with a door, and whoever stands at that door. */
final class QueryParties {

    static final String LIST = "enterprise-risk";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Parties parties;
    private final Address served = free();
    private final Address door = free();
    private final HttpClient http = HttpClient.newHttpClient();

    QueryParties(Path root) {
        parties = new Parties(root);
        Parties.configure(parties.supplier(), "queries.listen", served);
        Parties.configure(parties.bank(), "queries.door", door);
        for (WorkerFolder folder : List.of(parties.bank(), parties.supplier())) {
            Parties.configure(folder, "line.sign", 60);
            Parties.configure(folder, "line.silence", 120);
        }
    }

    WorkerFolder bank() {
        return parties.bank();
    }

    WorkerFolder supplier() {
        return parties.supplier();
    }

    Address served() {
        return served;
    }

    static String company(int number) {
        return "91990000C" + number;
    }

    static String risk(int number) {
        return "LICENCE-RESTRICTED;" + number;
    }

    /** So many entries, numbered from 0 on. */
    static Map<String, String> entries(int count) {
        Map<String, String> entries = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            entries.put(company(i), risk(i));
        }
        return entries;
    }

    void write(Map<String, String> entries) {
        write(
                LIST + ".csv",
                entries.entrySet().stream()
                        .map(each -> each.getKey() + "," + each.getValue())
                        .collect(Collectors.joining("\n", "identifier,value\n", "\n")));
    }

    void allow(String peers, int evaluations) {
        write(LIST + ".properties", "peers=" + peers + "\nevaluations.perDay=" + evaluations + "\n");
    }

    private void write(String name, String content) {
        write(supplier().lists().resolve(name), content);
    }

    /** By a move, as whoever hands a list over should: the worker never sees half a file. */
    static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.writeString(file.resolveSibling(file.getFileName() + ".draft"), content);
            Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** An answer at the door. */
    record Said(int status, JsonNode body) {
        String code() {
            return body.path("code").asText();
        }
    }

    Said lists(Address address) {
        return post("lists", Map.of("peer", Parties.SUPPLIER, "address", address.toString()));
    }

    Said ask(String... identifiers) {
        return askAt(served, identifiers);
    }

    Said askAt(Address address, String... identifiers) {
        return post(
                "answers",
                Map.of(
                        "peer",
                        Parties.SUPPLIER,
                        "address",
                        address.toString(),
                        "list",
                        LIST,
                        "identifiers",
                        List.of(identifiers)));
    }

    Said post(String path, Object body) {
        try {
            String token = Files.readString(bank().queryCredential());
            return send(path, "Bearer " + token, JSON.writeValueAsString(body));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Said send(String path, String authorization, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + door + "/hidden-query/" + path))
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            assertThat(type).isEqualTo(response.statusCode() == 200 ? "application/json" : "application/problem+json");
            return new Said(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** Waits until the list is served in a version, and gives back how it is described. */
    JsonNode awaitVersion(long version) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> described().path("version").asLong() == version);
        return described();
    }

    JsonNode described() {
        return lists(served).body().path("lists").path(0);
    }

    static void assertFound(Said said, String... values) {
        assertThat(said.status()).as("%s", said.body()).isEqualTo(200);
        JsonNode answers = said.body().path("answers");
        assertThat(answers.size()).isEqualTo(values.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(answers.path(i).path("found").asBoolean()).isEqualTo(!values[i].isEmpty());
            assertThat(answers.path(i).path("value").asText()).isEqualTo(values[i]);
            assertThat(answers.path(i).has("value")).isEqualTo(!values[i].isEmpty());
        }
    }

    private static Address free() {
        try (ServerSocket free = new ServerSocket(0)) {
            return new Address("127.0.0.1", free.getLocalPort());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
