package org.sluice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The bundle in git is the one of the sources in git: a clone that builds without npm shows what stands there. */
class BundleTest {

    private static final Path BUNDLE = Path.of("src", "main", "bundles", "prod.bundle");
    private static final Pattern SCRIPT = Pattern.compile("webapp/VAADIN/build/(.+)-[\\w-]{8}\\.js");
    private static final Path FRONTEND = Path.of("src", "main", "frontend");
    private static final Path THEME = FRONTEND.resolve(Path.of("themes", "sluice"));

    /** Flow compares the files that it imports itself, and builds anew when one differs. */
    @TestFactory
    Stream<DynamicTest> wasBuiltFromTheseSources() throws IOException {
        var built = statistics().get("frontendHashes");
        return ownSources()
                .map(file -> DynamicTest.dynamicTest(FRONTEND.relativize(file).toString(), () -> assertThat(
                                built.path(name(file)).asText())
                        .as("./mvnw -pl ui -am process-classes builds the bundle anew")
                        .isEqualTo(hash(List.of(file)))));
    }

    /** What a style sheet imports is not compared: the one that imports carries the mark of what it imports. */
    @Test
    void marksInTheThemeWhatItImports() throws IOException {
        var mark = hash(List.of(
                        THEME.resolve("tokens.css"),
                        THEME.resolve("shell.css"),
                        THEME.resolve("parts.css"),
                        THEME.resolve("views.css")))
                .substring(0, 16);

        assertThat(Files.readString(THEME.resolve("styles.css"))).startsWith("/* imports: %s */".formatted(mark));
    }

    /** What lies in {@code target} from earlier builds is packed as well: the bundle had grown to twenty times its size. */
    @Test
    void holdsEachPartOnce() throws IOException {
        try (var bundle = new ZipFile(BUNDLE.toFile())) {
            var parts = bundle.stream()
                    .map(entry -> SCRIPT.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .map(script -> script.group(1))
                    .toList();
            assertThat(parts)
                    .as("delete ui/target before ./mvnw -pl ui -am process-classes builds the bundle anew")
                    .hasSizeGreaterThan(10)
                    .doesNotHaveDuplicates();
        }
    }

    private static JsonNode statistics() throws IOException {
        try (var bundle = new ZipFile(BUNDLE.toFile())) {
            return new ObjectMapper().readTree(bundle.getInputStream(bundle.getEntry("config/stats.json")));
        }
    }

    private static Stream<Path> ownSources() throws IOException {
        try (var files = Files.list(FRONTEND)) {
            var top = files.filter(file ->
                            file.toString().endsWith(".css") || file.toString().endsWith(".ts"))
                    .toList();
            return Stream.concat(top.stream(), Stream.of(THEME.resolve("styles.css")));
        }
    }

    private static String name(Path file) {
        return FRONTEND.relativize(file).toString().replace('\\', '/');
    }

    private static String hash(List<Path> files) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
