package org.sluice.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The API as the demo's people use it, each with the password {@code demo}. */
public class Api {

    /** An answer: its status and its JSON, if it has any. */
    public record Answer(int status, JsonNode json) {

        /** The answer's JSON, which must be a success. */
        public JsonNode ok() {
            assertThat(status).as(json.toString()).isBetween(200, 299);
            return json;
        }

        /** The answer's problem, which must have this status. */
        public JsonNode refused(int expected) {
            assertThat(status).as(json.toString()).isEqualTo(expected);
            return json;
        }
    }

    private final MockMvc http;
    private final ObjectMapper json;

    Api(MockMvc http, ObjectMapper json) {
        this.http = http;
        this.json = json;
    }

    public Answer read(String user, String path) {
        return send(user, get("/api/v1" + path));
    }

    public Answer write(String user, String path, Object body) {
        return write(user, path, body, Map.of());
    }

    public Answer write(String user, String path, Object body, Map<String, String> headers) {
        var request = post("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        body instanceof String text
                                ? text
                                : json.valueToTree(body).toString());
        headers.forEach(request::header);
        return send(user, request);
    }

    private Answer send(String user, MockHttpServletRequestBuilder request) {
        try {
            var response = http.perform(request.with(httpBasic(user, "demo")).header("Accept-Language", "en"))
                    .andReturn()
                    .getResponse();
            var text = response.getContentAsString(StandardCharsets.UTF_8);
            return new Answer(response.getStatus(), text.isEmpty() ? json.nullNode() : json.readTree(text));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
