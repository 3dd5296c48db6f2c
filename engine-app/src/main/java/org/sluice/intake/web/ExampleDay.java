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

/** The example of a requirement needs its data in a year, whatever day it is; a fixed day would one day be past. */
@Component
class ExampleDay implements OpenApiCustomizer {

    static final String EXAMPLE = "requirement";

    private final Clock clock;
    private final ObjectMapper json;

    ExampleDay(Clock clock, ObjectMapper json) {
        this.clock = clock;
        this.json = json;
    }

    /** The description is kept between questions, and the clock goes on: the example is made anew each time. */
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

    static String neededBy(Clock clock) {
        return LocalDate.now(clock).plusYears(1).toString();
    }
}
