package org.sluice.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.springframework.stereotype.Component;

/** Reads and writes the JSON that our tables keep; dates are ISO 8601, amounts are plain decimals. */
@Component
public class Json {

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what a caller posted.
     *
     * @throws Invalid naming the field that is unknown, of the wrong type or not among the allowed values; or the body,
     *     when it is JSON's null
     */
    public <T> T posted(JsonNode body, Class<T> type) {
        if (body.isNull() || body.isMissingNode()) {
            throw new Invalid(List.of(new FieldProblem("body", "required")));
        }
        try {
            return mapper.treeToValue(body, type);
        } catch (JsonMappingException e) {
            throw new Invalid(List.of(new FieldProblem(path(e), problem(e), allowed(e))));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String problem(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "unknown";
        }
        return e instanceof InvalidFormatException format
                        && format.getTargetType().isEnum()
                ? "notAllowed"
                : "unreadable";
    }

    private static List<String> allowed(JsonMappingException e) {
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return List.of(String.join(
                    ", ",
                    Arrays.stream(format.getTargetType().getEnumConstants())
                            .map(Object::toString)
                            .toList()));
        }
        return List.of();
    }

    public JsonNode tree(String json) {
        return read(json, JsonNode.class);
    }

    public JsonNode tree(Object value) {
        return mapper.valueToTree(value);
    }
}
