package org.sluice.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Conflict;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.NotFound;
import org.sluice.process.NotPermitted;
import org.sluice.process.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Writes down why a request was not served, for the one who sent it. {@code type} is {@code urn:sluice:problem:<key>}
 * and stays the same over languages and releases; {@code errors} names every field that is wrong.
 */
public final class ApiProblem {

    /** One field that is wrong, and how to mend it. */
    public record FieldError(String field, String message) {}

    private final Locale language;
    private final @Nullable URI instance;

    private ApiProblem(Locale language, @Nullable URI instance) {
        this.language = language;
        this.instance = instance;
    }

    public static ApiProblem on(HttpServletRequest request) {
        return new ApiProblem(ApiLanguage.of(request), URI.create(request.getRequestURI()));
    }

    /** For a request whose address could not be read. */
    static ApiProblem anywhere(Locale language) {
        return new ApiProblem(language, null);
    }

    public ProblemDetail refused(Refusal refusal) {
        var problem = problem(status(refusal), refusal.key(), refusal.text(language));
        if (refusal instanceof Invalid invalid) {
            problem.setProperty(
                    "errors", invalid.problems().stream().map(this::error).toList());
        }
        return problem;
    }

    /** A problem of the request itself, with a text of {@code problems_zh/en.properties}. */
    public ProblemDetail because(HttpStatusCode status, String key, Object... arguments) {
        return problem(status, key, text(key, arguments));
    }

    private FieldError error(FieldProblem problem) {
        return new FieldError(problem.field(), problem.text(language));
    }

    private ProblemDetail problem(HttpStatusCode status, String key, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:sluice:problem:" + key));
        problem.setTitle(text("title." + status.value()));
        if (instance != null) {
            problem.setInstance(instance);
        }
        return problem;
    }

    private String text(String key, Object... arguments) {
        var bundle = ResourceBundle.getBundle("org.sluice.shared.web.problems", language);
        var text = bundle.containsKey(key) ? bundle.getString(key) : bundle.getString("title.other");
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    private static HttpStatus status(Refusal refusal) {
        if (refusal instanceof NotFound) {
            return HttpStatus.NOT_FOUND;
        }
        if (refusal instanceof NotPermitted) {
            return HttpStatus.FORBIDDEN;
        }
        if (refusal instanceof Conflict) {
            return HttpStatus.CONFLICT;
        }
        return HttpStatus.UNPROCESSABLE_ENTITY;
    }
}
