package org.sluice.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sluice.SluiceApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** The walls of the house (house, section 7), each with the planted classes that it must bite on. */
final class Walls {

    /** What engine-app ships. */
    static final JavaClasses ENGINE_APP = new ClassFileImporter()
            .importUrl(SluiceApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation());

    /** What all modules that run in the application ship. */
    static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.sluice");

    private static final String PLANTED = "org.sluice.planted.";

    private static final Set<String> CLOCKS = Set.of("org.sluice.HouseClock", "org.sluice.demo.DemoClock");

    private Walls() {}

    static Stream<Wall> all() {
        return Stream.of(
                wall(
                        "the engine is seen in process packages, tasks and the root's configuration only",
                        noClasses()
                                .that(not(resideInAnyPackage("..process..", "org.sluice.tasks.."))
                                        .and(not(rootConfiguration())))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.camunda..")
                                .because("the engine's line ends with 7.24, and a move must stay mechanical"),
                        ENGINE_APP,
                        "intake.EngineInFeature"),
                wall(
                        "screens are drawn in ui; only the security configuration lets them in",
                        noClasses()
                                .that(not(resideInAPackage("org.sluice.security")
                                        .and(annotatedWith(Configuration.class))))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("com.vaadin..")
                                .because("the API and the screens are two ways to the same verbs"),
                        ENGINE_APP,
                        "intake.ScreenInFeature"),
                wall(
                        "SQL stands neither at the edges nor in the beans of models",
                        noClasses()
                                .that()
                                .resideInAnyPackage("..web..", "..process..", "org.sluice.ui..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.springframework.jdbc..", "javax.sql..", "java.sql..")
                                .because("they read, call one verb and write; what a table means is the feature's"),
                        HOUSE,
                        "intake.web.SqlInWeb",
                        "intake.process.SqlInProcess"),
                wall(
                        "HTTP comes in through web packages only",
                        classes()
                                .that()
                                .areMetaAnnotatedWith(Controller.class)
                                .or()
                                .areMetaAnnotatedWith(ControllerAdvice.class)
                                .should()
                                .resideInAPackage("..web..")
                                .because("a feature's verbs don't know who calls them"),
                        ENGINE_APP,
                        "intake.ControllerInFeature"),
                wall(
                        "a desk is kept by a service of a feature",
                        classes()
                                .that(keepADesk())
                                .should()
                                .beAnnotatedWith(Service.class)
                                .andShould()
                                .resideInAPackage("org.sluice.*")
                                .because("permissions and transactions stand there"),
                        ENGINE_APP,
                        "intake.DeskByNobody"),
                wall(
                        "what a class needs comes through its constructor",
                        noMembers()
                                .that(areNoConstructors())
                                .should()
                                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                                .orShould()
                                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                                .orShould()
                                .beAnnotatedWith("jakarta.inject.Inject")
                                .orShould()
                                .beAnnotatedWith("jakarta.annotation.Resource")
                                .because("a class that can be made without a container can be tested without one"),
                        HOUSE,
                        "intake.FedByField",
                        "intake.FedByValue"),
                wall(
                        "a name says what a thing does",
                        noClasses()
                                .should()
                                .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Dto)(\\$.*)?")
                                .because("such names collect what belongs elsewhere"),
                        HOUSE,
                        "intake.RowHelper"),
                wall(
                        "the time comes from the injected clock",
                        noClasses()
                                .that(not(describe("the clocks", type -> CLOCKS.contains(type.getFullName()))))
                                .should()
                                .accessTargetWhere(readsTheTime())
                                .because("the demo moves its clock, and a test sets it"),
                        HOUSE,
                        "intake.OwnTime",
                        "intake.ReferredTime"),
                wall(
                        "an id is no text",
                        classes()
                                .should(takeIdsAsIds())
                                .because("two texts can be swapped and the compiler stays silent"),
                        HOUSE,
                        "intake.TextForId",
                        "intake.TextForIdInConstructor"),
                wall(
                        "aggregates, facts and values are free of Spring",
                        noClasses()
                                .that(resideInAPackage("org.sluice.process..")
                                        .or(describe("records", JavaClass::isRecord)
                                                .and(not(resideInAPackage("org.sluice")))))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.springframework..")
                                .because("what the bank means must outlive the framework that carries it"),
                        HOUSE,
                        "intake.SpringInValue"),
                new Wall(
                        "features make no circle",
                        slices().assignedFrom(features())
                                .should()
                                .beFreeOfCycles()
                                .because("what goes around can't be taken out"),
                        ENGINE_APP,
                        List.of(List.of(PLANTED + "loop.east.East", PLANTED + "loop.west.West"))));
    }

    private static Wall wall(String name, ArchRule rule, JavaClasses holdsIn, String... planted) {
        return new Wall(
                name,
                rule,
                holdsIn,
                Arrays.stream(planted).map(each -> List.of(PLANTED + each)).toList());
    }

    private static DescribedPredicate<JavaClass> rootConfiguration() {
        return resideInAPackage("org.sluice").and(annotatedWith(Configuration.class));
    }

    private static DescribedPredicate<JavaClass> keepADesk() {
        return describe(
                "keep a desk",
                type -> !type.isInterface()
                        && type.getAllRawInterfaces().stream()
                                .anyMatch(port -> port.getPackageName().startsWith("org.sluice.ui.")
                                        && port.getSimpleName().endsWith("Desk")));
    }

    private static DescribedPredicate<JavaMember> areNoConstructors() {
        return describe("are no constructors", member -> !(member instanceof JavaConstructor));
    }

    /** Calls and references alike; whoever hands a clock over does not read the time by himself. */
    private static DescribedPredicate<JavaAccess<?>> readsTheTime() {
        return describe("reads the time past the injected clock", access -> {
            var owner = access.getTargetOwner();
            var name = access.getTarget().getName();
            boolean nothingGiven = access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                    && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            return owner.getPackageName().startsWith("java.time") && name.equals("now") && nothingGiven
                    || owner.isEquivalentTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick"))
                    || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                    || owner.isEquivalentTo(Date.class)
                            && name.equals("<init>")
                            && access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget made
                            && made.getRawParameterTypes().isEmpty();
        });
    }

    private static ArchCondition<JavaClass> takeIdsAsIds() {
        return new ArchCondition<>("take no id as a text") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var constructor : type.reflect().getDeclaredConstructors()) {
                    Arrays.stream(constructor.getParameters())
                            .filter(parameter -> isTextForId(constructor, parameter))
                            .map(parameter -> SimpleConditionEvent.violated(
                                    type, type.getName() + " takes the text " + parameter.getName()))
                            .forEach(events::add);
                }
            }
        };
    }

    private static boolean isTextForId(Constructor<?> constructor, Parameter parameter) {
        if (!parameter.isNamePresent() && constructor.getDeclaringClass().isRecord()) {
            throw new AssertionError(constructor + " was compiled without names of parameters");
        }
        return parameter.getType() == String.class && parameter.getName().endsWith("Id");
    }

    private static SliceAssignment features() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                var path = type.getPackageName().replaceFirst("^org\\.sluice\\.?(planted\\.\\w+\\.)?", "");
                return path.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(path.replaceFirst("\\..*", ""));
            }

            @Override
            public String getDescription() {
                return "features";
            }
        };
    }
}
