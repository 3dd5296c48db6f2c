package org.sluice.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The module's walls; each rule is shown to bite on a violation planted in the test sources. */
class WallsTest {

    private static final ArchRule KNOWS_ONLY_THE_PLATFORM_AND_BOUNCY_CASTLE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "", "java..", "javax.crypto..", "org.bouncycastle..", "org.jspecify..", "org.sluice.protocol..")
            .because("protocols must run, and be reviewed, without any framework");

    private static final ArchRule TAKES_TIME_AND_CHANCE_FROM_OUTSIDE = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(SecureRandom.class)
            .because("a test must be able to repeat a run");

    private static final ArchRule HAS_NO_VAGUE_NAMES =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|Dto)");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sluice.protocol");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.sluice.protocol.planted");

    @Test
    void knowOnlyThePlatformAndBouncyCastle() {
        KNOWS_ONLY_THE_PLATFORM_AND_BOUNCY_CASTLE.check(OURS);
        assertThat(breaches(KNOWS_ONLY_THE_PLATFORM_AND_BOUNCY_CASTLE))
                .contains("planted.ReachesOutsideHelper")
                .contains("ObjectMapper");
    }

    @Test
    void keepClockAndRandomnessOutside() {
        TAKES_TIME_AND_CHANCE_FROM_OUTSIDE.check(OURS);
        assertThat(breaches(TAKES_TIME_AND_CHANCE_FROM_OUTSIDE)).contains("Instant.now()", "SecureRandom.<init>");
    }

    @Test
    void haveNoVagueNames() {
        HAS_NO_VAGUE_NAMES.check(OURS);
        assertThat(breaches(HAS_NO_VAGUE_NAMES)).contains("ReachesOutsideHelper");
    }

    @Test
    void leaveNoCycleBetweenPackages() {
        slices().matching("org.sluice.protocol.(*)..").should().beFreeOfCycles().check(OURS);
        assertThat(breaches(slices().matching("org.sluice.protocol.planted.(*)..")
                        .should()
                        .beFreeOfCycles()))
                .contains("Cycle detected");
    }

    @Test
    void markEveryPackageAndGiveItACharter() throws IOException {
        assertThat(unmarkedPackages(Path.of("src/main/java"))).isEmpty();
        assertThat(unmarkedPackages(Path.of("src/test/java"))).anyMatch(path -> path.endsWith("planted"));
    }

    private static String breaches(ArchRule rule) {
        return String.join("\n", rule.evaluate(PLANTED).getFailureReport().getDetails());
    }

    private static List<Path> unmarkedPackages(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !isMarked(folder.resolve("package-info.java")))
                    .toList();
        }
    }

    private static boolean isMarked(Path packageInfo) {
        try {
            return Files.exists(packageInfo)
                    && Files.readString(packageInfo).matches("(?s)/\\*\\*.+\\*/\\s+@NullMarked\\s+package .*");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
