package org.sluice.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.privacy.HiddenLists.HiddenList;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The door of the bank's own worker, at which the house has lists of peers asked: HTTP on the same machine, with a token
 * from a file that the worker's owner shares with this house. What goes through it is written into no log.
 */
@Component
class QueryDoor {

    /** What is known of a peer's list. */
    record Offered(String list, boolean ready, long version, long records, String digest) {}

    /** @param values null where an identifier was not found, in the order of the question */
    record Answered(
            List<@Nullable String> values,
            long version,
            String digest,
            int evaluations,
            int retrievals,
            long milliseconds) {}

    /** The worker, or the supplier's, says why it does not answer. */
    static final class Refused extends Exception {

        private final transient LocalText words;

        Refused(LocalText words) {
            super(words.en());
            this.words = words;
        }

        LocalText words() {
            return words;
        }
    }

    private static final String CREDENTIAL = "sluice.privacy.query-credential";
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(2);

    /** Somebody waits for the page. */
    private static final Duration OFFERS_WITHIN = Duration.ofSeconds(5);

    /** The first question after a new version fetches it whole. */
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);

    private static final int OK = 200;

    private final HiddenLists lists;
    private final ObjectMapper json;
    private final Path credential;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTS_WITHIN)
            .build();

    QueryDoor(HiddenLists lists, ObjectMapper json, Environment environment) {
        this.lists = lists;
        this.json = json;
        var home = Path.of(environment.getProperty("sluice.home", ".sluice"));
        this.credential = Path.of(environment.getProperty(
                CREDENTIAL,
                home.resolve("workers")
                        .resolve("bank")
                        .resolve("query-credential")
                        .toString()));
    }

    /** What a peer offers. */
    List<Offered> offered(String party, String address) throws Refused {
        var said = post("lists", Map.of("peer", party, "address", address), OFFERS_WITHIN);
        var offered = new ArrayList<Offered>();
        for (var list : said.path("lists")) {
            offered.add(new Offered(
                    list.path("list").asText(),
                    list.path("state").asText().equals("READY"),
                    list.path("version").asLong(),
                    list.path("records").asLong(),
                    list.path("digest").asText()));
        }
        return offered;
    }

    /**
     * Asks once.
     *
     * @throws Conflict when the bank's worker cannot be reached
     */
    Answered ask(HiddenList list, List<String> identifiers) throws Refused {
        var said = post(
                "answers",
                Map.of(
                        "peer", list.party(),
                        "address", list.address(),
                        "list", list.name(),
                        "identifiers", identifiers),
                ANSWERS_WITHIN);
        var values = new ArrayList<@Nullable String>();
        for (var answer : said.path("answers")) {
            values.add(answer.path("found").asBoolean() ? answer.path("value").asText() : null);
        }
        if (values.size() != identifiers.size()) {
            throw new IllegalStateException("The worker answers " + values.size() + " of " + identifiers.size());
        }
        return new Answered(
                values,
                said.path("version").asLong(),
                said.path("digest").asText(),
                said.path("evaluations").asInt(),
                said.path("retrievals").asInt(),
                said.path("milliseconds").asLong());
    }

    private JsonNode post(String what, Map<String, Object> body, Duration limit) throws Refused {
        var door = lists.door().orElseThrow(() -> new Conflict("noQueryDoor"));
        try {
            var request = HttpRequest.newBuilder(URI.create(door + "/hidden-query/" + what))
                    .timeout(limit)
                    .header(
                            "Authorization",
                            "Bearer " + Files.readString(credential).strip())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
            return read(http.send(request, BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Conflict("noQueryDoor");
        } catch (IOException away) {
            throw new Conflict("noQueryDoor");
        }
    }

    private JsonNode read(HttpResponse<String> response) throws Refused, JsonProcessingException {
        var said = json.readTree(response.body());
        if (response.statusCode() != OK) {
            throw new Refused(new LocalText(
                    said.path("zh").asText("本行的计算节点未能回答。"),
                    said.path("en").asText("The bank's worker cannot answer.")));
        }
        return said;
    }
}
