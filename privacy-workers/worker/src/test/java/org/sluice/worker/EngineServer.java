package org.sluice.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The engine as a worker sees it: an HTTP server that speaks the external-task part of Camunda 7's REST API with its
 * shapes and its rules for locks, retries and unknown tasks. Only for tests; it knows no process.
 */
final class EngineServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter DATES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneId.of("Asia/Shanghai"));

    private final HttpServer server;
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final List<String> credentials = new ArrayList<>();
    private final List<JsonNode> dataSets = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final List<JsonNode> lines = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean down;
    private Bulletins bulletins = Bulletins.TAKEN;
    private @Nullable Task last;

    /** How it treats what a worker says beside its tasks. */
    enum Bulletins {
        TAKEN,
        REFUSED,
        /** The request is read and never answered. */
        LEFT_HANGING
    }

    /** One external task and everything that was ever said about it. */
    static final class Task {

        final String id = UUID.randomUUID().toString();
        final Instant created = Instant.now();
        final String worker;
        final String topic;
        final Map<String, Object> variables;
        final List<JsonNode> completions = new ArrayList<>();
        final List<JsonNode> errors = new ArrayList<>();
        final List<JsonNode> failures = new ArrayList<>();
        final List<JsonNode> progress = new ArrayList<>();
        final List<Instant> progressAt = new ArrayList<>();
        int fetches;
        int extensions;

        @Nullable
        Integer retries;

        @Nullable
        String lockedBy;

        Instant lockedUntil = Instant.EPOCH;
        boolean gone;
        boolean failsOnComplete;
        JsonNode asked = JSON.createArrayNode();

        Task(String worker, String topic, Map<String, Object> variables) {
            this.worker = worker;
            this.topic = topic;
            this.variables = variables;
        }

        boolean isIncident() {
            return retries != null && retries == 0;
        }
    }

    EngineServer() throws IOException {
        this(0);
    }

    EngineServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/engine-rest/external-task", this::answer);
        server.createContext("/worker/v1", this::hear);
        server.setExecutor(Executors.newCachedThreadPool(runnable -> {
            Thread thread = new Thread(runnable, "engine");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/engine-rest";
    }

    /** @param party whose workers alone see it, as the tenant does in the real engine */
    synchronized Task add(String party, String topic, Map<String, Object> variables) {
        Task task = new Task("worker-of-" + party, topic, variables);
        tasks.put(task.id, task);
        notifyAll();
        return task;
    }

    /** The process instance is cancelled. */
    synchronized void cancel(Task task) {
        task.gone = true;
    }

    /** Answers 503 to everything, as a proxy before a stopped engine does. */
    synchronized void down(boolean isDown) {
        down = isDown;
        notifyAll();
    }

    /** Hands this task out and is down from that moment on, before anybody can report on it. */
    synchronized Task addAsLast(String party, String topic, Map<String, Object> variables) {
        last = add(party, topic, variables);
        return last;
    }

    synchronized void bulletins(Bulletins treatment) {
        bulletins = treatment;
    }

    /** The lists of data sets that it was told of, in order; each with the credential that came along. */
    synchronized List<JsonNode> dataSets() {
        return List.copyOf(dataSets);
    }

    /** Where further workers have said that peers reach them. */
    synchronized List<String> addresses() {
        return List.copyOf(addresses);
    }

    /** What lines were said to carry, in order. */
    synchronized List<JsonNode> lines() {
        return List.copyOf(lines);
    }

    synchronized List<String> credentials() {
        return List.copyOf(credentials);
    }

    synchronized <T> T look(java.util.function.Function<Task, T> question, Task task) {
        return question.apply(task);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        String last = path[path.length - 1];
        try {
            if (last.equals("fetchAndLock")) {
                reply(exchange, 200, fetch(body, exchange.getRequestHeaders().getFirst("Authorization")));
            } else {
                settle(path[path.length - 2], last, body);
                exchange.sendResponseHeaders(204, -1);
            }
        } catch (Answer wrong) {
            reply(
                    exchange,
                    wrong.status,
                    JSON.createObjectNode()
                            .put("type", wrong.type)
                            .put("message", wrong.getMessage())
                            .put("code", 0));
        } finally {
            exchange.close();
        }
    }

    private void hear(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        String path = exchange.getRequestURI().getPath();
        String credential = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        try {
            exchange.sendResponseHeaders(hear(exchange.getRequestMethod(), path, credential, body), -1);
        } finally {
            exchange.close();
        }
    }

    private int hear(String method, String path, String credential, JsonNode body) {
        synchronized (this) {
            if (down) {
                return 503;
            }
            if (bulletins == Bulletins.REFUSED) {
                return 403;
            }
            if (bulletins == Bulletins.TAKEN) {
                return take(method, path, credential, body);
            }
        }
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 503;
    }

    private int take(String method, String path, String credential, JsonNode body) {
        Task task = tasks.get(path.replace("/worker/v1/progress/", ""));
        if (method.equals("PUT") && path.equals("/worker/v1/line")) {
            lines.add(body);
            return 204;
        }
        if (method.equals("PUT") && path.equals("/worker/v1/address")) {
            addresses.add(body.path("address").asText());
            return 204;
        }
        if (method.equals("PUT") && path.equals("/worker/v1/data-sets")) {
            dataSets.add(JSON.createObjectNode().put("credential", credential).set("sets", body));
            return 204;
        }
        if (method.equals("PUT") && task != null && !task.gone) {
            boolean waits = body.path("step").asText().equals("WAITING");
            if (body.has("zh") != waits || body.has("en") != waits) {
                return 422;
            }
            task.progress.add(body);
            task.progressAt.add(Instant.now());
            return 204;
        }
        return 404;
    }

    private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private synchronized ArrayNode fetch(JsonNode request, @Nullable String credential) {
        Instant end =
                Instant.now().plusMillis(request.path("asyncResponseTimeout").asLong(0));
        while (true) {
            if (down) {
                throw new Answer(503, "ServiceUnavailable", "The engine is down");
            }
            credentials.add(String.valueOf(credential));
            ArrayNode found = lockSome(request);
            if (last != null && last.fetches > 0) {
                last = null;
                down = true;
            }
            long left = Duration.between(Instant.now(), end).toMillis();
            if (!found.isEmpty() || left <= 0) {
                return found;
            }
            try {
                wait(Math.min(left, 100));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return found;
            }
        }
    }

    private ArrayNode lockSome(JsonNode request) {
        ArrayNode found = JSON.createArrayNode();
        String worker = request.path("workerId").asText();
        if (worker.contains("@") && !addresses.contains(worker.replaceFirst(".*@", ""))) {
            throw new Answer(400, "InvalidRequestException", "A further worker says first where it is reached");
        }
        for (JsonNode topic : request.path("topics")) {
            for (Task task : tasks.values()) {
                if (found.size() < request.path("maxTasks").asInt()
                        && task.topic.equals(topic.path("topicName").asText())
                        && (worker.equals(task.worker) || worker.startsWith(task.worker + "@"))
                        && !task.gone
                        && !task.isIncident()
                        && task.lockedUntil.isBefore(Instant.now())) {
                    task.lockedBy = worker;
                    task.lockedUntil =
                            Instant.now().plusMillis(topic.path("lockDuration").asLong());
                    task.fetches++;
                    task.asked = topic.path("variables");
                    found.add(json(task));
                }
            }
        }
        return found;
    }

    private static ObjectNode json(Task task) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", task.id)
                .put("topicName", task.topic)
                .put("workerId", task.lockedBy)
                .put("lockExpirationTime", DATES.format(task.lockedUntil))
                .put("activityId", "matchTest")
                .put("activityInstanceId", "matchTest:1")
                .put("executionId", "2")
                .put("processInstanceId", "3")
                .put("processDefinitionId", "privacy-job-party:1:4")
                .put("processDefinitionKey", "privacy-job-party")
                .put("retries", task.retries)
                .put("suspended", false)
                .put("priority", 0)
                .put("businessKey", (String) null)
                .put("createTime", DATES.format(task.created))
                .put("errorMessage", (String) null)
                .put("errorDetails", (String) null)
                .put("processDefinitionVersionTag", (String) null)
                .put("tenantId", task.worker.replace("worker-of-", ""));
        json.putObject("extensionProperties");
        ObjectNode variables = json.putObject("variables");
        List<String> asked = new ArrayList<>();
        task.asked.forEach(name -> asked.add(name.asText()));
        task.variables.forEach((name, value) -> {
            if (!asked.contains(name)) {
                return;
            }
            ObjectNode variable = variables.putObject(name);
            variable.put(
                    "type",
                    value instanceof java.util.Date ? "Date" : value.getClass().getSimpleName());
            if (value instanceof java.util.Date date) {
                variable.put("value", DATES.format(date.toInstant()));
            } else {
                variable.set("value", JSON.valueToTree(value));
            }
            variable.putObject("valueInfo");
        });
        return json;
    }

    private synchronized void settle(String id, String verb, JsonNode request) {
        if (down) {
            throw new Answer(503, "ServiceUnavailable", "The engine is down");
        }
        Task task = tasks.get(id);
        if (task == null || task.gone) {
            throw new Answer(404, "RestException", "External task with id " + id + " does not exist");
        }
        if (!request.path("workerId").asText().equals(task.lockedBy)) {
            throw new Answer(400, "RestException", "External Task " + id + " is locked by another worker");
        }
        switch (verb) {
            case "complete" -> {
                if (task.failsOnComplete) {
                    throw new Answer(500, "ProcessEngineException", "Unknown property used in expression");
                }
                task.completions.add(request);
                task.gone = true;
            }
            case "bpmnError" -> {
                task.errors.add(request);
                task.gone = true;
            }
            case "failure" -> {
                task.failures.add(request);
                task.retries = request.path("retries").asInt();
                task.lockedUntil =
                        Instant.now().plusMillis(request.path("retryTimeout").asLong());
            }
            case "extendLock" -> {
                if (task.lockedUntil.isBefore(Instant.now())) {
                    throw new Answer(400, "RestException", "Cannot extend a lock that expired");
                }
                task.extensions++;
                task.lockedUntil =
                        Instant.now().plusMillis(request.path("newDuration").asLong());
            }
            default -> throw new Answer(404, "NotFoundException", "HTTP 404 Not Found");
        }
    }

    private static final class Answer extends RuntimeException {

        final int status;
        final String type;

        Answer(int status, String type, String message) {
            super(message);
            this.status = status;
            this.type = type;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
