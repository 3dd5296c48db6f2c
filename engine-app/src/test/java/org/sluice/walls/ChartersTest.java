package org.sluice.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every package says in a sentence what it is for, and that nothing in it is null unless it says so. */
class ChartersTest {

    /** A sentence first, and then, before the package, the mark. */
    private static final Pattern CHARTER = Pattern.compile(
            "\\A/\\*\\*[\\s*]*\\p{Lu}(?:(?!\\*/).)*[.]\\s*\\*/(?:(?!\\*/|;).)*@NullMarked\\s+package ", Pattern.DOTALL);

    @Test
    void standInEveryPackage() {
        var packages = Sources.main().stream()
                .flatMap(folder -> packages(folder).stream())
                .toList();

        assertThat(packages).hasSizeGreaterThan(25);
        assertThat(packages.stream().filter(ChartersTest::hasNone)).isEmpty();
    }

    @Test
    void areMissed() {
        assertThat(packages(Sources.PLANTED).stream().filter(ChartersTest::hasNone))
                .containsExactly(
                        Sources.PLANTED.resolve("bare"),
                        Sources.PLANTED.resolve("mute"),
                        Sources.PLANTED.resolve("nameless"));
    }

    private static Set<Path> packages(Path folder) {
        return Sources.files(folder).stream().map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean hasNone(Path folder) {
        return Stream.of(folder.resolve("package-info.java"))
                .filter(Files::exists)
                .map(ChartersTest::read)
                .noneMatch(text -> CHARTER.matcher(text).find());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
