package org.sluice.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.worker.jobs.Job;

/** The module's walls; each rule is shown to bite on a violation planted in the test sources. */
class WallsTest {

    private static final ArchRule ONLY_THE_SHELL_KNOWS_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("org.sluice.worker.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "org.apache.hc..")
            .because("the engine's line ends, and a move must stay mechanical");

    private static final ArchRule ONLY_THE_TRANSPORT_KNOWS_TLS = noClasses()
            .that()
            .resideOutsideOfPackage("org.sluice.worker.transport..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.net.ssl..");

    private static final ArchRule ONLY_THE_DATA_KNOWS_ITS_SOURCES = noClasses()
            .that()
            .resideOutsideOfPackage("org.sluice.worker.data..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.apache.parquet..");

    private static final ArchRule TIME_AND_CHANCE_COME_FROM_MAIN = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(WorkerMain.class.getName())
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callConstructor(SecureRandom.class);

    private static final ArchRule NAMES_SAY_SOMETHING =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|Dto)");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sluice.worker");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.sluice.worker.planted");

    @TempDir
    Path root;

    @Test
    void keepTheEngineInTheShell() {
        ONLY_THE_SHELL_KNOWS_THE_ENGINE.check(OURS);
        assertThat(breaches(ONLY_THE_SHELL_KNOWS_THE_ENGINE)).contains("ExternalTaskClient");
    }

    @Test
    void keepTlsInTheTransport() {
        ONLY_THE_TRANSPORT_KNOWS_TLS.check(OURS);
        assertThat(breaches(ONLY_THE_TRANSPORT_KNOWS_TLS)).contains("SSLSocket");
    }

    @Test
    void keepSourcesInTheData() {
        ONLY_THE_DATA_KNOWS_ITS_SOURCES.check(OURS);
        assertThat(breaches(ONLY_THE_DATA_KNOWS_ITS_SOURCES)).contains("java.sql.Connection");
    }

    @Test
    void takeTimeAndChanceFromMain() {
        TIME_AND_CHANCE_COME_FROM_MAIN.check(OURS);
        assertThat(breaches(TIME_AND_CHANCE_COME_FROM_MAIN))
                .contains("Instant.now()", "SecureRandom.<init>", "Clock.systemUTC()");
    }

    @Test
    void haveNoVagueNames() {
        NAMES_SAY_SOMETHING.check(OURS);
        assertThat(breaches(NAMES_SAY_SOMETHING)).contains("ReachesOutManager");
    }

    @Test
    void leaveNoCycleBetweenPackages() {
        slices().matching("org.sluice.worker.(*)..").should().beFreeOfCycles().check(OURS);
        assertThat(breaches(slices().matching("org.sluice.worker.planted.(*)..")
                        .should()
                        .beFreeOfCycles()))
                .contains("Cycle detected");
    }

    @Test
    void markEveryPackageAndGiveItACharter() throws IOException {
        assertThat(unmarkedPackages(Path.of("src/main/java"))).isEmpty();
        assertThat(unmarkedPackages(Path.of("src/test/java"))).anyMatch(path -> path.endsWith("planted"));
    }

    /** The vocabulary's topics on one side, the jobs of a worker as it really is put together on the other. */
    @Test
    void haveOneJobForEachTopic() {
        List<String> topics = new ClassFileImporter()
                .importPackages("org.sluice.process.privacy").stream()
                        .filter(each ->
                                each.isTopLevelClass() && each.getSimpleName().endsWith("Topic"))
                        .map(WallsTest::topic)
                        .toList();
        try (Worker worker = Parties.open(new Parties(root).bank())) {
            assertThat(worker.jobs()).extracting(Job::topic).isNotEmpty().containsExactlyInAnyOrderElementsOf(topics);
        }
    }

    private static String topic(JavaClass names) {
        try {
            return (String) names.reflect().getField("NAME").get(null);
        } catch (ReflectiveOperationException missing) {
            throw new AssertionError(missing);
        }
    }

    private static String breaches(ArchRule rule) {
        return String.join("\n", rule.evaluate(PLANTED).getFailureReport().getDetails());
    }

    private static List<Path> unmarkedPackages(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
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
