package org.sluice.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.sluice.db.EmbeddedDatabase;

/** Prints the house's figures with their goals; see engine-app/README.md. No test: it only measures. */
final class Figures {

    private Figures() {}

    private static final List<String> ALL = List.of("start", "intake", "tasklist");

    /** The property {@code figures.only} names what to print, with commas in between; without it all is printed. */
    public static void main(String[] arguments) throws IOException {
        var only = System.getProperty("figures.only", "");
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var asked = only.isBlank() ? ALL : List.of(only.split(","));
        var folder = Path.of("target", "figures").toAbsolutePath();
        clear(folder);
        Files.createDirectories(folder);
        out.printf(
                "Java %s, %d processors, load %.1f%n%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
        if (asked.contains("start")) {
            new ProductStart(jar(), folder.resolve("home"), out).measure();
        }
        if (asked.contains("intake") || asked.contains("tasklist")) {
            inOneServer(folder.resolve("postgres"), asked, out);
        }
        // whatever still waits for work must not keep the command from ending
        System.exit(0);
    }

    private static void inOneServer(Path folder, List<String> asked, PrintStream out) {
        try (var server = EmbeddedDatabase.start(folder);
                var house = House.open(server.createDatabase("house"))) {
            var ours = new OurSide(house);
            ours.endow();
            if (asked.contains("intake")) {
                try (var bare = new BareSide(
                        server.createDatabase("bare"),
                        house.getBean(ProcessEngineConfigurationImpl.class),
                        house.getBean(HikariDataSource.class))) {
                    new Throughput(ours, bare, out).measure();
                }
            }
            if (asked.contains("tasklist")) {
                new FirstPage(ours, house, out).measure();
            }
        }
    }

    private static Path jar() throws IOException {
        try (var built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.toString().endsWith("-boot.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The jar is not built"))
                    .toAbsolutePath();
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
