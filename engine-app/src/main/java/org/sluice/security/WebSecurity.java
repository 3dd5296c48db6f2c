package org.sluice.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.util.stream.Stream;
import org.sluice.shared.web.ApiProblemWriter;
import org.sluice.ui.shell.LoginView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Two doors: the API's, which answers with problems, and the screens', which shows the sign-in. Which one a request
 * takes depends on its path alone, so that an API caller never sees a redirect.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final RequestMatcher API = paths("/api/**", "/v3/**", "/actuator/**", "/error");
    private static final RequestMatcher OPEN =
            paths("/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/health", "/error");

    private final Accounts accounts;
    private final ApiEntry entry;
    private final ApiProblemWriter problems;

    WebSecurity(Accounts accounts, ApiEntry entry, ApiProblemWriter problems) {
        this.accounts = accounts;
        this.entry = entry;
        this.problems = problems;
    }

    /** In the demo every request brings its name and password; nothing is kept between two requests. */
    @Bean
    @Order(1)
    @Profile("demo")
    SecurityFilterChain demoApi(HttpSecurity http) throws Exception {
        return api(http, SessionCreationPolicy.STATELESS)
                .httpBasic(basic -> basic.authenticationEntryPoint(entry))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .build();
    }

    /**
     * Outside the demo a password is never sent with a request. A browser that is signed in at the screens may read; it
     * may not write, since a foreign page could make it do so.
     */
    @Bean
    @Order(1)
    @Profile("!demo")
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return api(http, SessionCreationPolicy.NEVER)
                .addFilterBefore(new AccountFilter(accounts), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"))
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private HttpSecurity api(HttpSecurity http, SessionCreationPolicy sessions) throws Exception {
        return http.securityMatcher(API)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(sessions))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(entry).accessDeniedHandler(entry))
                .addFilterBefore(new FirstPasswordFilter(accounts, problems), AuthorizationFilter.class);
    }

    @Bean
    @Order(2)
    SecurityFilterChain screens(HttpSecurity http) throws Exception {
        return http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(LoginView.class))
                .addFilterBefore(new AccountFilter(accounts), AuthorizationFilter.class)
                .build();
    }

    private static RequestMatcher paths(String... patterns) {
        var path = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(Stream.of(patterns)
                .<RequestMatcher>map(pattern -> path.matcher(pattern))
                .toList());
    }
}
