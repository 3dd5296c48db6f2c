package org.sluice.worker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.sluice.process.Var;
import org.sluice.process.privacy.MatchTestTopic;

/**
 * One worker's conversation with an engine about its external tasks, and how it must go: status and shape of each
 * answer. It is held with the real engine and with the one that the worker's tests imitate, so that the two cannot part.
 */
public final class ExternalTaskExchange {

    /** An engine that makes tasks of the topic for one worker, one whenever it is asked. */
    public interface Engine {

        /** Ends with {@code /engine-rest}. */
        String url();

        /** What the worker sends as its credential. */
        String authorization();

        String workerName();

        /** Makes one more task, which is then the only one that can be fetched. */
        void offer();

        /** Cancels what the last task belongs to. */
        void cancel();
    }

    /** Each step with the answer that it must get. */
    public static final List<String> ANSWERS = List.of(
            "fetch where there is nothing: 200 []",
            "fetch: 200 [{activityId:text, activityInstanceId:text, businessKey:text?, createTime:date, errorDetails:null,"
                    + " errorMessage:null, executionId:text, extensionProperties:{}, id:text, lockExpirationTime:date,"
                    + " priority:number, processDefinitionId:text, processDefinitionKey:text,"
                    + " processDefinitionVersionTag:null, processInstanceId:text, retries:null, suspended:flag,"
                    + " tenantId:text, topicName:text,"
                    + " variables:{deadline:{type:text, value:date, valueInfo:{}}, leastSet:{type:text, value:number,"
                    + " valueInfo:{}}, role:{type:text, value:text, valueInfo:{}}}, workerId:text}]",
            "fetch while it is locked: 200 []",
            "extend: 204",
            "put back: 204",
            "fetch while it rests: 200 []",
            "complete while it rests: 204",
            "complete as somebody else: 400 {code:number, message:text, type:text}",
            "complete: 204",
            "complete again: 404 {code:number, message:text, type:text}",
            "extend what is unknown: 404 {code:number, message:text, type:text}",
            "report an error: 204",
            "give up: 204",
            "fetch what was given up: 200 []",
            "extend what was cancelled: 404 {code:number, message:text, type:text}",
            "fetch as a further worker: 400 {code:number, message:text, type:text}",
            "tell where it is reached: 204",
            "fetch as a further worker that is known: 200 []");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nobody listens there, and nobody calls. */
    private static final String FURTHER = "127.0.0.1:9";

    private static final String DATE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Engine engine;
    private final List<String> heard = new ArrayList<>();
    private JsonNode last = JSON.nullNode();

    private ExternalTaskExchange(Engine engine) {
        this.engine = engine;
    }

    /** Holds the conversation; what comes back must be {@link #ANSWERS}. */
    public static List<String> with(Engine engine) {
        var exchange = new ExternalTaskExchange(engine);
        exchange.hold();
        return exchange.heard;
    }

    private void hold() {
        fetch("fetch where there is nothing");
        engine.offer();
        var task = fetch("fetch");
        fetch("fetch while it is locked");
        say("extend", task, "extendLock", Map.of("newDuration", 20_000));
        say("put back", task, "failure", failure(3, 60_000));
        fetch("fetch while it rests");
        say("complete while it rests", task, "complete", completion());

        engine.offer();
        task = fetchQuietly();
        say("complete as somebody else", task, "complete", "somebody-else", completion());
        say("complete", task, "complete", completion());
        say("complete again", task, "complete", completion());
        say("extend what is unknown", UUID.randomUUID().toString(), "extendLock", Map.of("newDuration", 20_000));

        engine.offer();
        say("report an error", fetchQuietly(), "bpmnError", error());

        engine.offer();
        task = fetchQuietly();
        say("give up", task, "failure", failure(0, 0));
        fetch("fetch what was given up");
        engine.cancel();
        say("extend what was cancelled", task, "extendLock", Map.of("newDuration", 20_000));

        fetchAsFurther("fetch as a further worker");
        heard.add("tell where it is reached: " + tellAddress());
        fetchAsFurther("fetch as a further worker that is known");
    }

    private void fetchAsFurther(String step) {
        var answer = post(
                "fetchAndLock", engine.workerName() + "@" + FURTHER, Map.of("maxTasks", 1, "topics", List.of()));
        heard.add(step + ": " + answer.statusCode() + " " + shape(read(answer.body())));
    }

    private int tellAddress() {
        var request = HttpRequest.newBuilder(URI.create(engine.url()).resolve("/worker/v1/address"))
                .header("Content-Type", "application/json")
                .header("Authorization", engine.authorization())
                .PUT(HttpRequest.BodyPublishers.ofString("{\"address\":\"" + FURTHER + "\"}"))
                .build();
        return sent(request).statusCode();
    }

    private static Map<String, Object> failure(int retries, int pause) {
        return Map.of(
                "errorMessage",
                "[peer-away] 对方没有应答。 / The peer does not answer.",
                "errorDetails",
                "",
                "retries",
                retries,
                "retryTimeout",
                pause);
    }

    private static Map<String, Object> completion() {
        var variables = new TreeMap<String, Object>();
        for (Var<?> result : MatchTestTopic.RESULT) {
            Object value = result.stored() == String.class ? "ab".repeat(32) : result.stored() == Long.class ? 1L : 1.0;
            variables.put(result.name(), Map.of("type", result.stored().getSimpleName(), "value", value));
        }
        return Map.of("variables", variables);
    }

    private static Map<String, Object> error() {
        return Map.of(
                "errorCode",
                MatchTestTopic.REFUSED,
                "errorMessage",
                "[set-too-small] 数据集太小。 / The data set is too small.",
                "variables",
                Map.of(MatchTestTopic.REASON.name(), Map.of("type", "String", "value", "set-too-small")));
    }

    private String fetch(String step) {
        var task = fetchQuietly();
        heard.add(step + ": 200 " + shape(last));
        return task;
    }

    private String fetchQuietly() {
        var topic = Map.of(
                "topicName",
                MatchTestTopic.NAME,
                "lockDuration",
                20_000,
                "variables",
                List.of(
                        MatchTestTopic.ROLE.name(),
                        MatchTestTopic.LEAST_SET.name(),
                        MatchTestTopic.DEADLINE.name()));
        var answer = post("fetchAndLock", engine.workerName(), Map.of("maxTasks", 1, "usePriority", true, "topics", List.of(topic)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("fetchAndLock: " + answer.statusCode() + " " + answer.body());
        }
        last = read(answer.body());
        return last.isEmpty() ? "none" : last.get(0).get("id").asText();
    }

    private void say(String step, String task, String verb, Map<String, Object> body) {
        say(step, task, verb, engine.workerName(), body);
    }

    private void say(String step, String task, String verb, String worker, Map<String, Object> body) {
        var answer = post(task + "/" + verb, worker, body);
        var shape = answer.body().isEmpty() ? "" : " " + shape(read(answer.body()));
        heard.add(step + ": " + answer.statusCode() + shape);
    }

    private HttpResponse<String> post(String path, String worker, Map<String, Object> body) {
        var whole = new TreeMap<>(body);
        whole.put("workerId", worker);
        var request = HttpRequest.newBuilder(URI.create(engine.url() + "/external-task/" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", engine.authorization())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(whole).toString()))
                .build();
        return sent(request);
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException noJson) {
            throw new IllegalStateException(text, noJson);
        }
    }

    private static String shape(JsonNode node) {
        if (node.isObject()) {
            var fields = new TreeMap<String, String>();
            node.properties().forEach(field -> fields.put(field.getKey(), shape(field.getKey(), field.getValue())));
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + ":" + field.getValue())
                    .toList()
                    .toString()
                    .replace('[', '{')
                    .replace(']', '}');
        }
        if (node.isArray()) {
            var elements = new ArrayList<String>();
            node.forEach(element -> elements.add(shape(element)));
            return elements.toString();
        }
        return node.isNull()
                ? "null"
                : node.isNumber()
                        ? "number"
                        : node.isBoolean() ? "flag" : node.asText().matches(DATE) ? "date" : "text";
    }

    /** A business key may be there or not: an engine need not know one. */
    private static String shape(String field, JsonNode node) {
        return field.equals("businessKey") ? "text?" : shape(node);
    }
}
