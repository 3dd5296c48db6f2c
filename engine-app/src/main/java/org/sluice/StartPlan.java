package org.sluice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.SpringApplicationJsonEnvironmentPostProcessor;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/**
 * How this start will go, read from arguments, system properties, environment and configuration files as Spring reads
 * them, before anything is touched.
 *
 * @param address null for all addresses
 * @param demo nothing was chosen, so that the house opens with its demo
 * @param embedded no database was named, so that the house brings its own
 * @param home folder of everything that the house keeps
 */
record StartPlan(int port, @Nullable String address, boolean demo, boolean embedded, Path home) {

    private static final int ANY_FREE_PORT = 0;

    /** Every way in which Spring Boot can be told of a database: whoever names one gets neither ours nor the demo. */
    private static final List<String> DATABASE_NAMES =
            List.of("spring.datasource.url", "spring.datasource.hikari.jdbc-url", "spring.datasource.jndi-name");

    static StartPlan of(String... args) {
        // Nothing may be said before the port is known to be free; Spring sets up logging again for itself.
        LoggingSystem.get(StartPlan.class.getClassLoader()).beforeInitialize();
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        new SpringApplicationJsonEnvironmentPostProcessor()
                .postProcessEnvironment(environment, new SpringApplication(SluiceApplication.class));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return of(environment);
    }

    static StartPlan of(ConfigurableEnvironment environment) {
        boolean databaseNamed =
                DATABASE_NAMES.stream().anyMatch(name -> StringUtils.hasText(environment.getProperty(name)));
        boolean profileNamed = environment.getActiveProfiles().length > 0;
        return new StartPlan(
                environment.getProperty("server.port", Integer.class, 8080),
                environment.getProperty("server.address"),
                !profileNamed && !databaseNamed,
                !databaseNamed,
                Path.of(environment.getProperty("sluice.home", ".sluice")).toAbsolutePath());
    }

    /** Is somebody else listening where this start would? */
    boolean portTaken() {
        if (port == ANY_FREE_PORT) {
            return false;
        }
        try (var probe = new ServerSocket()) {
            // As the web server does it: a port that only waits for late packets of a stopped server is free.
            probe.setReuseAddress(true);
            probe.bind(
                    address == null
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByName(address), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
