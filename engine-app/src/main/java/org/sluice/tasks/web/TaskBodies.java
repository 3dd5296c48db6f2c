package org.sluice.tasks.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Objects;
import org.sluice.tasks.TaskBoard;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Puts the body of every user task into OpenAPI, so that {@code schema} of a task names something that is there. */
@Component
class TaskBodies implements OpenApiCustomizer {

    private static final String COMPLETE = "/api/v1/tasks/{id}/complete";

    private final TaskBoard board;

    TaskBodies(TaskBoard board) {
        this.board = board;
    }

    @Override
    public void customise(io.swagger.v3.oas.models.OpenAPI api) {
        var anyBody = new Schema<>();
        for (var type : board.bodies().values()) {
            var resolved = ModelConverters.getInstance(true).readAllAsResolvedSchema(new AnnotatedType(type));
            api.getComponents().addSchemas(type.getSimpleName(), resolved.schema);
            resolved.referencedSchemas.forEach(
                    (name, schema) -> api.getComponents().addSchemas(name, schema));
            anyBody.addAnyOfItem(new Schema<>().$ref("#/components/schemas/" + type.getSimpleName()));
        }
        Objects.requireNonNull(api.getPaths().get(COMPLETE), COMPLETE)
                .getPost()
                .setRequestBody(new RequestBody()
                        .required(true)
                        .content(new Content().addMediaType("application/json", new MediaType().schema(anyBody))));
    }
}
