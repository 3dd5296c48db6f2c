package org.sluice.privacy.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sluice.privacy.WorkerParties;
import org.sluice.privacy.process.PartyTasks;
import org.sluice.privacy.process.PartyTasks.Holding;
import org.sluice.shared.web.ApiProblemWriter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a known worker's request to the engine: of limited size, about its own tasks, said anew by {@link TaskCall}, and
 * with its party as the engine's user and only tenant. A party has no more names for its workers than it has said
 * addresses, so that it keeps no more fetches waiting. A task of another party is refused before the engine is asked.
 */
final class EngineDoor extends OncePerRequestFilter {

    private static final int MOST_BYTES = 64 * 1024;
    private static final String ENGINE = "/engine-rest/external-task/";
    private static final String FETCH = "fetchAndLock";

    private final PartyTasks tasks;
    private final WorkerParties parties;
    private final ApiProblemWriter problems;
    private final ObjectMapper json;

    EngineDoor(PartyTasks tasks, WorkerParties parties, ApiProblemWriter problems, ObjectMapper json) {
        this.tasks = tasks;
        this.parties = parties;
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            problems.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "tooLargeFromWorker");
            return;
        }
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.startsWith(ENGINE)) {
            chain.doFilter(new RequestOf(request, body), response);
            return;
        }
        var worker = (WorkerIdentity)
                SecurityContextHolder.getContext().getAuthentication().getPrincipal();
        var address = path.substring(ENGINE.length()).split("/");
        if (address.length == 2 && tasks.of(address[0], worker.party()) == Holding.FOREIGN) {
            problems.write(request, response, HttpStatus.FORBIDDEN, "foreignTask");
            return;
        }
        try {
            var said = body.length == 0 ? json.createObjectNode() : json.readTree(body);
            var further = worker.further(said.path("workerId").asText());
            if (further.isPresent() && !parties.isReached(worker.party(), further.get())) {
                unfit(response, "A further worker says first where it is reached: PUT /worker/v1/address");
                return;
            }
            var call = address[0].equals(FETCH)
                    ? TaskCall.fetch(worker, said)
                    : TaskCall.of(address[1], tasks.topic(address[0]).orElse(null), worker, said);
            pass(worker, new RequestOf(request, json.writeValueAsBytes(call)), response, chain);
        } catch (JsonProcessingException malformed) {
            unfit(response, "The body is no well-formed JSON");
        } catch (TaskCall.Unfit unfit) {
            unfit(response, String.valueOf(unfit.getMessage()));
        }
    }

    private void pass(
            WorkerIdentity worker, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            tasks.as(worker.party(), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException broken) {
            throw broken;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }

    /** In the engine's own shape, which the stock client reads. */
    private void unfit(HttpServletResponse response, String message) throws IOException {
        JsonNode refusal = JsonNodeFactory.instance
                .objectNode()
                .put("type", "InvalidRequestException")
                .put("message", message)
                .put("code", 0);
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), refusal);
    }
}
