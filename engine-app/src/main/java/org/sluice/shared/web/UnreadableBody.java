package org.sluice.shared.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Why a body could not be read. Broken JSON is 400 and says where; JSON whose fields don't fit is 422 and names the
 * field, like every other wrong field.
 */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemDetail problem(HttpMessageNotReadableException e, ApiProblem problem) {
        if (e.getCause() instanceof JsonMappingException mapping) {
            return misfit(mapping, problem);
        }
        if (e.getCause() instanceof JsonProcessingException broken) {
            return malformed(broken, problem);
        }
        return problem.because(HttpStatus.BAD_REQUEST, "bodyMissing");
    }

    private static ProblemDetail misfit(JsonMappingException e, ApiProblem problem) {
        if (e.getCause() instanceof JsonProcessingException broken && !(broken instanceof JsonMappingException)) {
            return malformed(broken, problem);
        }
        if (e.getCause() instanceof Refusal refusal) {
            return problem.refused(refusal);
        }
        var field = path(e);
        if (field.isEmpty()) {
            return problem.because(HttpStatus.BAD_REQUEST, "badRequest");
        }
        if (e instanceof UnrecognizedPropertyException) {
            return problem.unreadableField(field, "unknown");
        }
        return wrongType(problem, field, e instanceof MismatchedInputException misfit ? misfit.getTargetType() : null);
    }

    static ProblemDetail wrongType(ApiProblem problem, String field, @Nullable Class<?> expected) {
        if (expected == null) {
            return problem.unreadableField(field, "badValue");
        }
        if (expected.isEnum()) {
            var values = Arrays.stream(expected.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return problem.unreadableField(field, "oneOf", values);
        }
        return problem.unreadableField(field, "wrongType", problem.word("type." + kind(expected)));
    }

    private static String kind(Class<?> expected) {
        if (expected == int.class || expected == long.class || expected == Integer.class || expected == Long.class) {
            return "integer";
        }
        if (Number.class.isAssignableFrom(expected) || expected.isPrimitive() && expected != boolean.class) {
            return "number";
        }
        if (expected == boolean.class || expected == Boolean.class) {
            return "flag";
        }
        if (expected == LocalDate.class) {
            return "date";
        }
        if (expected == String.class) {
            return "text";
        }
        if (Collection.class.isAssignableFrom(expected)) {
            return "list";
        }
        return expected.isRecord() ? "object" : "other";
    }

    private static ProblemDetail malformed(JsonProcessingException e, ApiProblem problem) {
        var at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        return problem.because(HttpStatus.BAD_REQUEST, "malformed", at.getLineNr(), at.getColumnNr());
    }

    /** As a reader of the body would write it: {@code fieldsNeeded[2].reason}. */
    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
