package org.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {

    @TempDir
    Path folder;

    /** A process of its own, as a second start is one. */
    @Test
    void saysInOneLineThatThePortIsTakenAndTouchesNothing() throws Exception {
        try (var other = new ServerSocket(0)) {
            var start = start("--server.port=" + other.getLocalPort());

            var said = new String(start.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(start.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(start.exitValue()).isEqualTo(Launch.REFUSED);
            assertThat(said.strip().lines())
                    .singleElement()
                    .asString()
                    .contains(String.valueOf(other.getLocalPort()), "SERVER_PORT=", "端口");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void saysWhyTheNamedDatabaseCanNotBeUsed() throws Exception {
        int nobody;
        try (var closed = new ServerSocket(0)) {
            nobody = closed.getLocalPort();
        }
        var start = start(
                "--server.port=0",
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + nobody + "/bank",
                "--spring.datasource.username=bank");

        var said = new String(start.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(start.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(start.exitValue()).isEqualTo(Launch.FAILED);
        assertThat(said).contains("The database does not answer", "SPRING_DATASOURCE_URL");
        assertThat(said).doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    /** The database starts beside the application, which must not drown what went wrong in what followed from it. */
    @Test
    void saysWhyItsOwnDatabaseCanNotBeStarted() throws Exception {
        Files.createDirectories(folder.resolve(".sluice/postgres"));
        Files.writeString(folder.resolve(".sluice/postgres/data"), "no folder");
        var start = start("--server.port=0");

        var said = new String(start.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(start.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(start.exitValue()).isEqualTo(Launch.FAILED);
        assertThat(said).contains("could not start its own PostgreSQL", "SLUICE_HOME");
        assertThat(said).doesNotContain("\tat ");
    }

    /** An empty variable is what a compose file makes of one that nobody has set. */
    @Test
    void startsOnItsOwnDatabaseWhenTheNamedOneIsEmpty() throws Exception {
        var start =
                start(Map.of("SPRING_DATASOURCE_URL", "", "SPRING_DATASOURCE_USERNAME", "nobody"), "--server.port=0");
        try {
            var said =
                    new BufferedReader(new InputStreamReader(start.getInputStream(), StandardCharsets.UTF_8)).lines();

            assertThat(said.filter(line -> line.contains("Sluice is ready") || line.contains("APPLICATION FAILED"))
                            .findFirst())
                    .hasValueSatisfying(line -> assertThat(line).contains("Sluice is ready"));
        } finally {
            start.destroy();
            assertThat(start.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private Process start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dstdout.encoding=UTF-8");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(SluiceApplication.class.getName());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        process.environment().keySet().removeIf(LaunchTest::steersTheProduct);
        process.environment().put("LC_ALL", "C.UTF-8");
        process.environment().put("SLUICE_WORKERS", "off");
        process.environment().putAll(environment);
        return process.start();
    }

    /** What a developer has exported must not steer a start under test. */
    private static boolean steersTheProduct(String variable) {
        return variable.startsWith("SPRING_") || variable.startsWith("SLUICE_") || variable.startsWith("SERVER_");
    }
}
