package org.sluice.privacy.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Var;
import org.sluice.process.privacy.MatchTestTopic;

/** A worker's requests over real HTTP, as somebody who may not keep to the rules sends them. */
record WorkerDoor(int port, @Nullable String authorization) {

    record Answer(int status, JsonNode json, String type) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static WorkerDoor of(int port, String token) {
        return new WorkerDoor(port, "Bearer " + token);
    }

    Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    Answer send(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        body instanceof String text
                                                ? text
                                                : JSON.valueToTree(body).toString()));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var text = response.body();
            return new Answer(
                    response.statusCode(),
                    text.isEmpty() ? JSON.nullNode() : JSON.readTree(text),
                    response.headers().firstValue("Content-Type").orElse(""));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer fetch(String worker, Map<String, Object> topic) {
        return post(
                "/engine-rest/external-task/fetchAndLock",
                Map.of("workerId", worker, "maxTasks", 10, "topics", List.of(topic)));
    }

    static Map<String, Object> matchTests(List<String> variables) {
        return Map.of("topicName", MatchTestTopic.NAME, "lockDuration", 20_000, "variables", variables);
    }

    static Map<String, Object> completion(String party, Map<String, Object> figures) {
        var variables = new TreeMap<String, Object>();
        for (Var<?> result : MatchTestTopic.RESULT) {
            variables.put(
                    result.name(),
                    Map.of("type", result.stored().getSimpleName(), "value", figures.get(result.name())));
        }
        return Map.of("workerId", "worker-of-" + party, "variables", variables);
    }
}
