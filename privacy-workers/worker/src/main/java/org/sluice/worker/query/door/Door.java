package org.sluice.worker.query.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.Address;
import org.sluice.worker.query.asked.Answers;
import org.sluice.worker.query.asked.HiddenQueryClient;
import org.sluice.worker.query.door.Question.WrongField;

/** The door itself: reads a request, asks, and writes what came of it. */
public final class Door implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LISTS = "/hidden-query/lists";
    private static final String ANSWERS = "/hidden-query/answers";

    /** Twice what two silent suppliers hold. */
    private static final int AT_ONCE = 96;

    private static final int WAITING = 64;
    private static final int BODY = 1 << 16;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, runnable -> {
        Thread thread = new Thread(runnable, "query-door");
        thread.setDaemon(true);
        return thread;
    });
    private final HiddenQueryClient client;
    private final QueryToken token;

    private Door(HttpServer server, HiddenQueryClient client, QueryToken token) {
        this.server = server;
        this.client = client;
        this.token = token;
    }

    /** Opens at an address of this machine. */
    public static Door open(Address address, HiddenQueryClient client, QueryToken token) {
        // Without it an answer's body waits for the acknowledgement of its head, forty milliseconds.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(address.host(), address.port()), WAITING);
            Door door = new Door(server, client, token);
            server.createContext("/", door::handle);
            server.setExecutor(door.threads);
            server.start();
            return door;
        } catch (IOException taken) {
            throw new Problem(NoticeCode.PORT_TAKEN, address, String.valueOf(taken.getMessage()));
        }
    }

    private record Reply(int status, Map<String, Object> body) {}

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            byte[] body = JSON.writeValueAsBytes(reply.body());
            exchange.getResponseHeaders()
                    .set("Content-Type", reply.status() == 200 ? "application/json" : "application/problem+json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(BODY + 1);
            if (!token.isShownBy(exchange.getRequestHeaders().getFirst("Authorization"))) {
                return problem(401, Notice.of(NoticeCode.QUERY_TOKEN_WRONG));
            }
            String path = exchange.getRequestURI().getPath();
            if (!path.equals(LISTS) && !path.equals(ANSWERS)) {
                return problem(404, Notice.of(NoticeCode.QUERY_PATH_UNKNOWN, LISTS + ", " + ANSWERS));
            }
            if (!exchange.getRequestMethod().equals("POST")) {
                return problem(405, Notice.of(NoticeCode.QUERY_METHOD_WRONG));
            }
            Question question = new Question(json(body));
            return new Reply(200, path.equals(LISTS) ? lists(question) : answers(question));
        } catch (WrongField wrong) {
            Reply reply = problem(400, wrong.problem().notice());
            reply.body().put("field", wrong.field());
            return reply;
        } catch (Problem problem) {
            return problem(status(problem.notice().code()), problem.notice());
        } catch (RuntimeException failed) {
            // Its message is not written: nobody knows what went into it.
            LOG.error("A question failed: {} at {}", failed.getClass().getName(), failed.getStackTrace()[0]);
            return problem(
                    500, Notice.of(NoticeCode.UNEXPECTED, failed.getClass().getSimpleName()));
        }
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            JsonNode read = body.length > BODY ? null : JSON.readTree(body);
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException noJson) {
            // said below, without what was sent
        }
        throw new WrongField("body", "须为不超过 64 KiB 的 JSON 对象", "it must be an object in JSON of at most 64 KiB");
    }

    private Map<String, Object> lists(Question question) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("lists", client.lists(question.peer()));
        return body;
    }

    private Map<String, Object> answers(Question question) {
        long began = System.nanoTime();
        Answers answers = client.ask(question.peer(), question.list(), question.identifiers());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", answers.version());
        body.put("digest", answers.digest());
        body.put("answers", answers.values().stream().map(Door::answer).toList());
        body.put("evaluations", answers.evaluations());
        body.put("retrievals", answers.retrievals());
        body.put("milliseconds", (System.nanoTime() - began) / 1_000_000);
        return body;
    }

    private static Map<String, Object> answer(Optional<String> value) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("found", value.isPresent());
        value.ifPresent(text -> answer.put("value", text));
        return answer;
    }

    private static Reply problem(int status, Notice notice) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put("code", notice.code().word());
        body.put("zh", notice.chinese());
        body.put("en", notice.english());
        return new Reply(status, body);
    }

    private static int status(NoticeCode code) {
        return switch (code) {
            case QUERY_LIST_UNKNOWN -> 404;
            case QUERY_LIST_NOT_READY, QUERY_DIGEST_UNEXPECTED, QUERY_DIGEST_CHANGED -> 409;
            case QUERY_QUOTA_SPENT -> 429;
            case QUERY_PEER_AWAY, QUERY_PEER_BUSY -> 503;
            default -> 502;
        };
    }

    /** For whoever opened it at port 0, as tests do. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
