package org.sluice.shared.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.NOT_ACCEPTABLE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PAYLOAD_TOO_LARGE;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.Refusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * What a controller's exception becomes for its caller: a refusal says why, a request that can't be read says where, and
 * everything else is our fault and gives a number to find it in the log.
 */
@RestControllerAdvice
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        return answer(ApiProblem.on(request).refused(refusal));
    }

    /** Bodies are read as a tree, and fitted to their form by whoever knows it: here the JSON itself is broken. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(HttpMessageNotReadableException e, HttpServletRequest request) {
        var problem = ApiProblem.on(request);
        if (e.getCause() instanceof StreamConstraintsException) {
            return answer(problem.because(PAYLOAD_TOO_LARGE, "tooLarge"));
        }
        if (e.getCause() instanceof JsonProcessingException broken && broken.getLocation() != null) {
            var at = broken.getLocation();
            return answer(problem.because(BAD_REQUEST, "malformed", at.getLineNr(), at.getColumnNr()));
        }
        return answer(problem.because(
                BAD_REQUEST, e.getCause() instanceof NumberFormatException ? "numberMalformed" : "bodyMissing"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return e.getParameter().hasParameterAnnotation(PathVariable.class)
                ? nothingThere(request)
                : refused(wrong(e.getName(), "unreadable"), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException e, HttpServletRequest request) {
        return refused(wrong(e.getParameterName(), "required"), request);
    }

    private static Invalid wrong(String parameter, String key) {
        return new Invalid(List.of(new FieldProblem(parameter, key)));
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<ProblemDetail> nothingThere(HttpServletRequest request) {
        return answer(ApiProblem.on(request).because(NOT_FOUND, "noSuchAddress", request.getRequestURI()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongMethod(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        var offered = e.getSupportedMethods();
        var problem = ApiProblem.on(request)
                .because(
                        METHOD_NOT_ALLOWED,
                        "method",
                        e.getMethod(),
                        offered == null ? "-" : String.join(", ", offered));
        return answer(problem, e.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongMedia(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        var sent = e.getContentType() == null ? "-" : e.getContentType();
        return answer(ApiProblem.on(request).because(UNSUPPORTED_MEDIA_TYPE, "mediaType", sent), e.getHeaders());
    }

    /** A form, or parts of one, that can't be read; nothing here reads what is not announced as one. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadableForm(MultipartException e, HttpServletRequest request) {
        var sent = request.getContentType() == null ? "-" : request.getContentType();
        return answer(ApiProblem.on(request).because(UNSUPPORTED_MEDIA_TYPE, "mediaType", sent));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        return answer(ApiProblem.on(request).because(NOT_ACCEPTABLE, "notAcceptable"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overtaken(ConcurrencyFailureException e, HttpServletRequest request) {
        return answer(ApiProblem.on(request).because(CONFLICT, "busy"));
    }

    /** Security's own exceptions go on to its filters, which know the sign-in. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void security(RuntimeException e) {
        throw e;
    }

    /** The caller has gone; nobody is left to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(ApiProblem.on(request).because(known.getStatusCode(), "badRequest"), known.getHeaders());
        }
        var number = UUID.randomUUID().toString();
        LOG.error("{} {} failed, number {}", request.getMethod(), request.getRequestURI(), number, e);
        return answer(ApiProblem.on(request).because(INTERNAL_SERVER_ERROR, "unexpected", number));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return answer(problem, null);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, @Nullable HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers == null ? new HttpHeaders() : headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
