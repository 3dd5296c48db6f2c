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
import org.sluice.process.Problems;
import org.springframework.stereotype.Component;

/** Reads and writes the JSON that our tables keep; dates are ISO 8601, amounts are plain decimals. */
@Component
public class Json {

    /** Far beyond every amount, and far below what fills a memory when it is written out. */
    private static final int LARGEST_EXPONENT = 100;

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
        var unfit = new Problems();
        findUnfit(body, "", unfit);
        unfit.orThrow();
        try {
            return mapper.treeToValue(body, type);
        } catch (JsonMappingException e) {
            throw new Invalid(List.of(new FieldProblem(path(e), problem(e), allowed(e))));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What JSON can say and nothing behind it can keep: the character zero, and numbers without measure. */
    private static void findUnfit(JsonNode node, String path, Problems problems) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> findUnfit(
                            field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), problems));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                findUnfit(node.get(i), path + "[" + i + "]", problems);
            }
        } else if (node.isTextual() && node.textValue().indexOf('\0') >= 0) {
            problems.add(path.isEmpty() ? "body" : path, "characterZero");
        } else if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > LARGEST_EXPONENT) {
            problems.add(path.isEmpty() ? "body" : path, "unreadable");
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
