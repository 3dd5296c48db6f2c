package org.sluice.ui;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The walls of this module (house, section 7), each shown to bite on a planted violation. */
class WallsTest {

    private static final JavaClasses OURS =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.sluice.ui");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.sluice.planted.ui");

    private static final Map<String, ArchRule> WALLS = Map.of(
            "a view is package-private; only the sign-in page is named from outside",
            classes()
                    .that()
                    .areAnnotatedWith(Route.class)
                    .and()
                    .doNotHaveSimpleName("LoginView")
                    .should()
                    .bePackagePrivate(),
            "a view says who may open it",
            classes()
                    .that()
                    .areAnnotatedWith(Route.class)
                    .should()
                    .beAnnotatedWith(PermitAll.class)
                    .orShould()
                    .beAnnotatedWith(RolesAllowed.class)
                    .orShould()
                    .beAnnotatedWith(AnonymousAllowed.class),
            "a subject knows parts, the shell and itself",
            slices().matching("org.sluice..ui.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(alwaysTrue(), resideInAnyPackage("..ui.parts..", "..ui.shell.."))
                    // a task shows its case; a stage brings the panels of its tasks and what its cases need
                    .ignoreDependency(resideInAPackage("org.sluice.ui.tasks"), resideInAPackage("org.sluice.ui.cases"))
                    .ignoreDependency(
                            resideInAnyPackage(
                                    "org.sluice.ui.intake",
                                    "org.sluice.ui.admission",
                                    "org.sluice.ui.procurement",
                                    "org.sluice.ui.blacklist",
                                    "org.sluice.ui.exit",
                                    "org.sluice.ui.evaluation",
                                    "org.sluice.ui.access",
                                    "org.sluice.ui.privacy"),
                            resideInAnyPackage("org.sluice.ui.tasks", "org.sluice.ui.cases"))
                    // and its sections of a supplier and of a product
                    .ignoreDependency(
                            resideInAnyPackage(
                                    "org.sluice.ui.admission",
                                    "org.sluice.ui.blacklist",
                                    "org.sluice.ui.exit",
                                    "org.sluice.ui.evaluation",
                                    "org.sluice.ui.access"),
                            resideInAPackage("org.sluice.ui.catalog")),
            "parts know nobody",
            noClasses()
                    .that()
                    .resideInAPackage("..ui.parts..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.sluice..ui..").and(not(resideInAPackage("..ui.parts..")))),
            "no engine, no SQL, no repository",
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.camunda..",
                            "java.sql..",
                            "javax.sql..",
                            "jakarta.persistence..",
                            "org.springframework.jdbc..",
                            "org.springframework.data..",
                            "org.sluice.shared.."),
            "what a class needs comes through its constructor",
            noFields().should().beAnnotatedWith(Autowired.class),
            "the clock is injected",
            noClasses().should().callMethod(Instant.class, "now"),
            "a name says what a thing does",
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|Dto)"));

    @TestFactory
    Stream<DynamicTest> stands() {
        return WALLS.entrySet().stream()
                .map(wall -> DynamicTest.dynamicTest(
                        wall.getKey(), () -> wall.getValue().check(OURS)));
    }

    @TestFactory
    Stream<DynamicTest> bites() {
        return WALLS.entrySet().stream()
                .map(wall -> DynamicTest.dynamicTest(wall.getKey(), () -> assertThat(
                                wall.getValue().evaluate(PLANTED).hasViolation())
                        .isTrue()));
    }
}
