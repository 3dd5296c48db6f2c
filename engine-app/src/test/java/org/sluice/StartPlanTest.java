package org.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StartPlanTest {

    @Test
    void opensTheDemoOnItsOwnDatabaseWhenNothingIsChosen() {
        var plan = StartPlan.of(environment(Map.of()));

        assertThat(plan.demo()).isTrue();
        assertThat(plan.embedded()).isTrue();
        assertThat(plan.port()).isEqualTo(8080);
        assertThat(plan.home()).isEqualTo(Path.of(".sluice").toAbsolutePath());
    }

    @Test
    void opensNoDemoUnderANamedProfile() {
        var plan = StartPlan.of("--spring.profiles.active=plain");

        assertThat(plan.demo()).isFalse();
        assertThat(plan.embedded()).isTrue();
    }

    @Test
    void bringsNeitherDemoNorDatabaseToANamedDatabase() {
        var plan = StartPlan.of("--spring.datasource.url=jdbc:postgresql://127.0.0.1/bank");

        assertThat(plan.demo()).isFalse();
        assertThat(plan.embedded()).isFalse();
    }

    @Test
    void readsTheEnvironmentAsSpringDoes() {
        var plan = StartPlan.of(environment(Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1/bank",
                "SERVER_PORT", "9090",
                "SLUICE_HOME", "/var/lib/sluice")));

        assertThat(plan.demo()).isFalse();
        assertThat(plan.embedded()).isFalse();
        assertThat(plan.port()).isEqualTo(9090);
        assertThat(plan.home()).isEqualTo(Path.of("/var/lib/sluice"));
    }

    @Test
    void findsTheDatabaseWhereverSpringDoes() {
        assertThat(StartPlan.of("--spring.datasource.hikari.jdbc-url=jdbc:postgresql://127.0.0.1/bank")
                        .demo())
                .isFalse();
        assertThat(StartPlan.of(
                                "--spring.application.json={\"spring.datasource.url\":\"jdbc:postgresql://127.0.0.1/bank\"}")
                        .embedded())
                .isFalse();
    }

    @Test
    void takesAnEmptyAddressForNone() {
        assertThat(StartPlan.of(environment(Map.of("SPRING_DATASOURCE_URL", "")))
                        .embedded())
                .isTrue();
    }

    @Test
    void seesThatThePortIsTaken() throws IOException {
        try (var other = new ServerSocket(0)) {
            assertThat(StartPlan.of("--server.port=" + other.getLocalPort()).portTaken())
                    .isTrue();
        }
        assertThat(StartPlan.of("--server.port=0").portTaken()).isFalse();
    }

    private static StandardEnvironment environment(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.replace(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return environment;
    }
}
