package org.sluice.walls;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sluice.SluiceApplication;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The features stand in the order of the house (house, section 2). */
class ModularityTest {

    private static final ApplicationModules HOUSE = ApplicationModules.of(
            SluiceApplication.class,
            Predicates.resideInAnyPackage(
                    "org.sluice.ui..",
                    "org.sluice.process..",
                    "org.sluice.rules..",
                    "org.sluice.db..",
                    "org.sluice.planted.."));

    private static final ApplicationModules PLANTED =
            ApplicationModules.of("org.sluice.planted.house", (ImportOption) location -> true);

    /** Who may know whom; a feature that is not built yet has its place already. */
    private static final Map<String, Set<String>> EDGES = Map.ofEntries(
            entry("shared", Set.of()),
            entry("catalog", Set.of("shared")),
            entry("budget", Set.of("shared")),
            entry("rulebook", Set.of("shared")),
            entry("privacy", Set.of("shared", "catalog", "rulebook", "access")),
            entry("market", Set.of("shared", "catalog")),
            entry("blacklist", Set.of("shared", "catalog", "rulebook")),
            entry("intake", Set.of("shared", "catalog", "budget", "rulebook")),
            entry("admission", Set.of("shared", "catalog", "blacklist", "rulebook", "privacy")),
            entry("access", Set.of("shared", "catalog", "rulebook", "budget")),
            entry(
                    "procurement",
                    Set.of("shared", "intake", "catalog", "budget", "blacklist", "rulebook", "admission", "access")),
            entry("evaluation", Set.of("shared", "catalog", "rulebook", "access", "procurement", "blacklist")),
            entry(
                    "exit",
                    Set.of(
                            "shared",
                            "catalog",
                            "rulebook",
                            "access",
                            "procurement",
                            "budget",
                            "evaluation",
                            "blacklist")),
            entry("tasks", Set.of("shared")),
            entry("insight", Set.of("shared")),
            entry("audit", Set.of("shared")),
            entry("security", Set.of("shared", "rulebook")),
            entry("demo", Set.of("shared", "privacy")),
            entry("story", Set.of("shared", "security", "tasks")));

    @Test
    void features() {
        HOUSE.verify();
        assertThat(HOUSE.stream().map(module -> module.getIdentifier().toString()))
                .contains("shared", "catalog", "intake", "tasks", "security")
                .doesNotContain("ui", "process", "rules", "db", "planted", "walls", "support");
    }

    @Test
    void sayWhatTheyMayUseAndNoMoreThanTheHouseAllows() {
        assertThat(silent(HOUSE)).isEmpty();
        assertThat(HOUSE).isNotEmpty().allSatisfy(module -> {
            var name = module.getIdentifier().toString();
            assertThat(EDGES).containsKey(name);
            assertThat(EDGES.get(name))
                    .as(name)
                    .containsAll(Arrays.asList(module.getBasePackage()
                            .getAnnotation(ApplicationModule.class)
                            .orElseThrow()
                            .allowedDependencies()));
        });
    }

    @Test
    void sharedIsOpenAndNoOtherIs() {
        assertThat(HOUSE.stream().filter(module -> module.isOpen()).map(module -> module.getIdentifier()
                        .toString()))
                .containsExactly("shared");
    }

    @Test
    void forbiddenEdgeIsReported() {
        assertThat(PLANTED.detectViolations().getMessages())
                .anySatisfy(message -> assertThat(message).contains("market", "budget"));
    }

    @Test
    void silentFeatureIsReported() {
        assertThat(silent(PLANTED)).containsExactly("harbour");
    }

    private static List<String> silent(ApplicationModules modules) {
        return modules.stream()
                .filter(module -> module.getBasePackage()
                        .getAnnotation(ApplicationModule.class)
                        .map(ApplicationModule::allowedDependencies)
                        .filter(allowed -> !List.of(allowed).contains(ApplicationModule.OPEN_TOKEN))
                        .isEmpty())
                .map(module -> module.getIdentifier().toString())
                .toList();
    }
}
