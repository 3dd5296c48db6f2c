package org.sluice.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;

/** Written to a real container, since no client library sends such requests. */
class ContainerErrorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/%00", "/api/v1/a%2Fb", "/api/v1/products?q=[", "/api/v1/products?q=\\"})
    void answersAnUnreadableAddressWithAProblem(String address) throws IOException {
        var factory = new TomcatServletWebServerFactory(0);
        new ContainerErrors().containerProblems().customize(factory);
        var server = (TomcatWebServer) factory.getWebServer();
        server.start();
        try {
            var answer = ask(server.getTomcat(), address);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
            assertThat(answer).contains("\"status\":400", "\"detail\":\"").doesNotContain("<html", "Tomcat", "\tat ");
        } finally {
            server.stop();
        }
    }

    private static String ask(Tomcat tomcat, String address) throws IOException {
        try (var line = new Socket("127.0.0.1", tomcat.getConnector().getLocalPort())) {
            line.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
