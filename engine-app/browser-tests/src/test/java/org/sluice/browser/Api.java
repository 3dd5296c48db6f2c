package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The product's API as one of the demo accounts: prepares what a test does not look at, and tells whose turn it is. */
final class Api {

    private static final String PASSWORD = "demo";
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final String credentials;
    private final HttpClient client = HttpClient.newHttpClient();

    Api(URI address, String account) {
        this.address = address;
        credentials = "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** @param path below {@code /api/v1/} */
    JsonNode get(String path) {
        return answer(to("api/v1/" + path).GET().build());
    }

    JsonNode post(String path, JsonNode body) {
        return answer(to("api/v1/" + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /**
     * Posts what this person may not be the one to do.
     *
     * @return false when it is refused with 409
     */
    boolean posts(String path, JsonNode body) {
        var response = send(to("api/v1/" + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
        assertThat(response.statusCode() == 409 || response.statusCode() / 100 == 2)
                .as("POST %s of %s: %s", path, body, response.body())
                .isTrue();
        return response.statusCode() != 409;
    }

    /** Sends the requirement that OpenAPI shows as an example, changed as the test needs it. */
    JsonNode sendExample(String title, String unit) {
        var example = answer(to("v3/api-docs").GET().build())
                .at(
                        "/paths/~1api~1v1~1requirements/post/requestBody/content/application~1json/examples/requirement/value");
        var body = (com.fasterxml.jackson.databind.node.ObjectNode) example.deepCopy();
        return post("requirements", body.put("title", title).put("branchCode", unit));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", credentials)
                .timeout(LIMIT);
    }

    private JsonNode answer(HttpRequest request) {
        var response = send(request);
        assertThat(response.statusCode())
                .as("%s %s: %s", request.method(), request.uri(), response.body())
                .isBetween(200, 299);
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
