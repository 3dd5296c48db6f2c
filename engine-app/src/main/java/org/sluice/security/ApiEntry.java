package org.sluice.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sluice.shared.web.ApiProblemWriter;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** The API's door: says who may not come in and why, and never shows the way to the sign-in screen. */
@Component
class ApiEntry implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final ApiProblemWriter problems;
    private final boolean basic;

    ApiEntry(ApiProblemWriter problems, Environment environment) {
        this.problems = problems;
        this.basic = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (basic) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Sluice\", charset=\"UTF-8\"");
        }
        problems.write(request, response, HttpStatus.UNAUTHORIZED, reason(e));
    }

    private static String reason(AuthenticationException e) {
        if (e instanceof LockedException) {
            return "locked";
        }
        return e instanceof InsufficientAuthenticationException ? "signIn" : "badCredentials";
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        problems.write(request, response, HttpStatus.FORBIDDEN, basic ? "forbidden" : "readOnlySession");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        problems.write(request, response, HttpStatus.BAD_REQUEST, "badRequest");
    }
}
