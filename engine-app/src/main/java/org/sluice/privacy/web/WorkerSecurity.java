package org.sluice.privacy.web;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.privacy.WorkerParties;
import org.sluice.privacy.process.PartyTasks;
import org.sluice.shared.web.ApiProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The workers' door, before all others: nobody but a party's worker comes through it, and it leads to its tasks and to
 * nothing else of the engine.
 */
@Configuration(proxyBeanMethods = false)
class WorkerSecurity {

    private static final RequestMatcher DOOR = any(path(null, "/engine-rest/**"), path(null, "/worker/**"));

    /** What the stock external-task client calls, and our own four addresses. */
    private static final RequestMatcher OPEN = any(Stream.concat(
                    Stream.of(
                            path(POST, "/engine-rest/external-task/fetchAndLock"),
                            path(PUT, "/worker/v1/progress/{externalTask}"),
                            path(PUT, "/worker/v1/data-sets"),
                            path(PUT, "/worker/v1/address"),
                            path(PUT, "/worker/v1/line")),
                    TaskCall.VERBS.stream()
                            .map(verb -> path(POST, "/engine-rest/external-task/{externalTask}/" + verb)))
            .toArray(RequestMatcher[]::new));

    @Bean
    @Order(0)
    SecurityFilterChain workers(
            HttpSecurity http,
            WorkerParties parties,
            PartyTasks tasks,
            ApiProblemWriter problems,
            ObjectMapper json,
            Clock clock)
            throws Exception {
        return http.securityMatcher(DOOR)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, nobody) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            problems.write(request, response, HttpStatus.UNAUTHORIZED, "workerToken");
                        })
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(request, response, HttpStatus.FORBIDDEN, "forbidden")))
                .addFilterBefore(new WorkerTokenFilter(parties, clock), AuthorizationFilter.class)
                .addFilterAfter(new EngineDoor(tasks, parties, problems, json), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .hasAuthority(WorkerTokenFilter.WORKER)
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static RequestMatcher path(@Nullable HttpMethod method, String pattern) {
        var paths = PathPatternRequestMatcher.withDefaults();
        return method == null ? paths.matcher(pattern) : paths.matcher(method, pattern);
    }

    private static RequestMatcher any(RequestMatcher... matchers) {
        return new OrRequestMatcher(List.of(matchers));
    }
}
