package org.sluice.shared.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Requests that the container refuses before any filter sees them: addresses that are none, headers without measure. The
 * caller still gets a problem and not the container's page.
 */
@Configuration(proxyBeanMethods = false)
class ContainerErrors {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Report.class.getName());
            }
        });
    }

    /** Made by the container, by its name. */
    public static final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            var status = HttpStatus.resolve(response.getStatus());
            if (status == null || !status.isError() || response.isCommitted() || response.getContentWritten() > 0) {
                return;
            }
            if (!response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                var writer = response.getReporter();
                if (writer != null) {
                    writer.write(body(request, status));
                    response.finishResponse();
                }
            } catch (IOException | IllegalStateException e) {
                // The line is gone; nobody is left to answer.
                getContainer().getLogger().debug("No answer could be written", e);
            }
        }

        /** Every word of it is ours: nothing of a request that could not be read is repeated. */
        private static String body(Request request, HttpStatus status) {
            var key = status.is4xxClientError() ? "badRequest" : "title.500";
            var problem = ApiProblem.anywhere(ApiLanguage.of(request)).because(status, key);
            return """
                    {"type":"%s","title":"%s","status":%d,"detail":"%s"}""".formatted(problem.getType(), problem.getTitle(), problem.getStatus(), problem.getDetail());
        }
    }
}
