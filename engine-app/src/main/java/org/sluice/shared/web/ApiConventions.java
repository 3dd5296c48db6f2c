package org.sluice.shared.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** What every address of the API does alike, before its controller is reached. */
@Configuration(proxyBeanMethods = false)
class ApiConventions implements WebMvcConfigurer {

    /**
     * The API answers in JSON, whatever the caller would rather have: refusing the answer after the deed would tell a
     * caller that nothing was done when it was.
     */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new NoCharacterZero()).addPathPatterns("/api/**");
    }

    /** Jackson reports a number whose exponent is no number as our mistake; it is the sender's. */
    @Bean
    MappingJackson2HttpMessageConverter jsonBodies(ObjectMapper mapper) {
        return new MappingJackson2HttpMessageConverter(mapper) {
            @Override
            public Object read(Type type, @Nullable Class<?> context, HttpInputMessage message) throws IOException {
                try {
                    return super.read(type, context, message);
                } catch (NumberFormatException e) {
                    throw new HttpMessageNotReadableException("A number that is none", e, message);
                }
            }
        };
    }

    /** Names of tasks, texts and refusals in one language: the one of {@link ApiLanguage}. */
    @Bean
    LocaleResolver localeResolver() {
        return new AcceptHeaderLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return ApiLanguage.of(request);
            }
        };
    }

    /** PostgreSQL keeps no character zero, so that nothing can be found by it either. */
    private static final class NoCharacterZero implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            var problems = new Problems();
            request.getParameterMap().forEach((name, values) -> {
                for (var value : values) {
                    problems.when(value.indexOf('\0') >= 0, name, "characterZero");
                }
            });
            problems.orThrow();
            return true;
        }
    }
}
