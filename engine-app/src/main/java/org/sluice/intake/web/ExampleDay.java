package org.sluice.intake.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** The example of a requirement needs its data on a day that is still to come; a fixed day would one day be past. */
@Component
class ExampleDay implements OpenApiCustomizer {

    static final String EXAMPLE = "requirement";

    private final Clock clock;
    private final ObjectMapper json;

    ExampleDay(Clock clock, ObjectMapper json) {
        this.clock = clock;
        this.json = json;
    }

    /**
     * Runs once in the life of a process, since the description is kept between questions: strangers may read it, and
     * making it anew costs them nothing and us some tenths of a second.
     */
    @Override
    public void customise(OpenAPI api) {
        var post = Objects.requireNonNull(api.getPaths().get("/api/v1/requirements"))
                .getPost();
        var body = Objects.requireNonNull(post.getRequestBody().getContent().get("application/json"));
        Objects.requireNonNull(body.getExamples().get(EXAMPLE)).setValue(example());
    }

    private JsonNode example() {
        try {
            return json.readTree(RequirementController.EXAMPLE.replace("{neededBy}", neededBy(clock)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The example is no JSON", e);
        }
    }

    /** Far enough for a process that runs on, and for a demo whose clock is moved by its longest step, twice. */
    static String neededBy(Clock clock) {
        return LocalDate.now(clock).plusYears(3).toString();
    }
}
