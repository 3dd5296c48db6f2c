package org.sluice.shared.web;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Answers for addresses beside the screens that no controller knows; else the screens would, with a page. */
@Configuration(proxyBeanMethods = false)
class UnknownApiAddress {

    /** After the controllers, so that a wrong method at a known address stays 405, and before the screens. */
    private static final int AFTER_CONTROLLERS = 10;

    @Bean
    HandlerMapping unknownApiAddresses(ApiProblemWriter problems) {
        HttpRequestHandler nothing = (request, response) ->
                problems.write(request, response, HttpStatus.NOT_FOUND, "noSuchAddress", request.getRequestURI());
        return new SimpleUrlHandlerMapping(
                Map.of("/api/**", nothing, "/v3/**", nothing, "/actuator/**", nothing), AFTER_CONTROLLERS);
    }
}
