package org.sluice.shared.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Adds to every operation how it refuses, in the one form that all refusals have. */
@Component
class ApiAnswers implements OpenApiCustomizer, Ordered {

    private static final String PROBLEM = "Problem";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas(PROBLEM, problem());
        api.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> refusals(path, method, operation)));
    }

    private static void refusals(String path, HttpMethod method, Operation operation) {
        var answers = operation.getResponses();
        answers.values().stream()
                .map(ApiResponse::getContent)
                .filter(content -> content != null && content.containsKey("*/*"))
                .forEach(content -> content.addMediaType("application/json", content.remove("*/*")));
        refused(answers, 401, "Not signed in");
        refused(answers, 403, "Wrong role or unit");
        if (path.contains("{")) {
            refused(answers, 404, "Unknown, or not visible to the caller's unit");
        }
        if (method != HttpMethod.GET) {
            refused(answers, 400, "The body can not be read");
            refused(answers, 409, "Wrong state, the same pair of eyes, or a key used for something else");
        }
        refused(answers, 422, "A field is missing or wrong; errors names each");
    }

    private static void refused(ApiResponses answers, int status, String why) {
        var code = Integer.toString(status);
        if (!answers.containsKey(code)) {
            answers.addApiResponse(
                    code,
                    new ApiResponse()
                            .description(why)
                            .content(new Content()
                                    .addMediaType(
                                            "application/problem+json",
                                            new MediaType()
                                                    .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
        }
    }

    /** RFC 9457, with our {@code errors}. */
    private static Schema<?> problem() {
        Schema<?> field = new ObjectSchema()
                .addProperty("field", new StringSchema().example("fieldsNeeded[0].reason"))
                .addProperty("message", new StringSchema());
        field.setRequired(List.of("field", "message"));
        Schema<?> problem = new ObjectSchema()
                .addProperty("type", new StringSchema().example("urn:sluice:problem:invalid"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("what happened and what to do about it"))
                .addProperty("instance", new StringSchema())
                .addProperty(
                        "errors", new ArraySchema().items(field).description("with 422: every field that is wrong"));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }
}
