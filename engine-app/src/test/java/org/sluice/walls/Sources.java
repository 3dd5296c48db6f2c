package org.sluice.walls;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The sources of the house, for what compiled classes no longer tell. */
final class Sources {

    static final Path HOUSE = house();
    static final Path PLANTED = HOUSE.resolve("engine-app/src/test/java/org/sluice/planted");

    /** Everything that runs in the application. */
    private static final List<String> MODULES = List.of("processes", "rules", "db", "ui", "engine-app");

    private Sources() {}

    private static Path house() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Folders of main sources, one a module. */
    static List<Path> main() {
        return MODULES.stream()
                .map(module -> HOUSE.resolve(module).resolve("src/main/java"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** The texts of all modules in one language. */
    static List<Path> bundles(String language) {
        return MODULES.stream()
                .map(module -> HOUSE.resolve(module).resolve("src/main/resources"))
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder, "_" + language + ".properties").stream())
                .toList();
    }

    static List<Path> files(Path folder) {
        return files(folder, ".java");
    }

    private static List<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The syntax trees of all main sources. */
    static List<CompilationUnitTree> trees() {
        return trees(main().stream().flatMap(folder -> files(folder).stream()));
    }

    static List<CompilationUnitTree> trees(Stream<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var reader = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var task = (JavacTask) compiler.getTask(
                    null,
                    reader,
                    null,
                    List.of("-proc:none"),
                    null,
                    reader.getJavaFileObjectsFromPaths(files.toList()));
            var trees = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(trees::add);
            return trees;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One language of the texts of the screens, all subjects together. */
    static Properties screenTexts(String language) {
        var all = new Properties();
        try (var files = Files.list(HOUSE.resolve("ui/src/main/resources/messages"))) {
            files.filter(file -> file.toString().endsWith("_" + language + ".properties"))
                    .forEach(file -> load(file, all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** One language of the refusals. */
    static Properties refusals(String language) {
        var all = new Properties();
        load(
                HOUSE.resolve("processes/src/main/resources/org/sluice/process/refusals_" + language + ".properties"),
                all);
        return all;
    }

    private static void load(Path file, Properties into) {
        try (var reader = Files.newBufferedReader(file)) {
            into.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
