package org.sluice.privacy.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.privacy.WorkerParties;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows a worker by the token that it brings with every request; a token that is unknown or closed makes nobody. */
final class WorkerTokenFilter extends OncePerRequestFilter {

    static final String WORKER = "WORKER";

    private static final Logger LOG = LoggerFactory.getLogger(WorkerTokenFilter.class);
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_TOKEN = 500;
    private static final Duration SEEN_EVERY = Duration.ofSeconds(10);

    private final WorkerParties parties;
    private final Clock clock;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    WorkerTokenFilter(WorkerParties parties, Clock clock) {
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(SCHEME) && header.length() <= LONGEST_TOKEN) {
            parties.ofToken(header.substring(SCHEME.length()).strip())
                    .ifPresentOrElse(
                            this::comesIn,
                            () -> LOG.warn("A worker's token from {} is unknown or closed", request.getRemoteAddr()));
        }
        chain.doFilter(request, response);
    }

    private void comesIn(String party) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(
                new WorkerIdentity(party), "", AuthorityUtils.createAuthorityList(WORKER)));
        SecurityContextHolder.setContext(context);
        var now = clock.instant();
        var before = seen.get(party);
        if (before == null || before.plus(SEEN_EVERY).isBefore(now)) {
            seen.put(party, now);
            parties.seen(party);
        }
    }
}
