package org.sluice.access.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Objects;
import org.sluice.access.Usage;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** The example of a request names a product of this house, and a day that is still to come. */
@Component
class UsageExample implements OpenApiCustomizer {

    static final String NAME = "usage";

    private final Usage usage;
    private final ObjectMapper json;

    UsageExample(Usage usage, ObjectMapper json) {
        this.usage = usage;
        this.json = json;
    }

    /** Runs once in the life of a process, since the description is kept between questions. */
    @Override
    public void customise(OpenAPI api) {
        var post = Objects.requireNonNull(api.getPaths().get("/api/v1/usage-requests"))
                .getPost();
        var body = Objects.requireNonNull(post.getRequestBody().getContent().get("application/json"));
        Objects.requireNonNull(body.getExamples().get(NAME)).setValue(json.valueToTree(usage.example()));
    }
}
