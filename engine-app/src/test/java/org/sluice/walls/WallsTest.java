package org.sluice.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each wall stands, and each can be seen to bite. */
class WallsTest {

    /** Of the types of engine-app, how many at least are nobody else's business. */
    private static final double HIDDEN = 0.40;

    @TestFactory
    Stream<DynamicTest> stands() {
        return Walls.all()
                .map(wall ->
                        DynamicTest.dynamicTest(wall.name(), () -> wall.rule().check(wall.holdsIn())));
    }

    @TestFactory
    Stream<DynamicTest> bites() {
        return Walls.all().flatMap(wall -> wall.planted().stream()
                .map(planted ->
                        DynamicTest.dynamicTest(wall.name() + ": " + planted, () -> assertBites(wall, planted))));
    }

    private static void assertBites(Wall wall, List<String> planted) throws ClassNotFoundException {
        var types = new Class<?>[planted.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = Class.forName(planted.get(i));
        }
        var report = wall.rule().evaluate(new ClassFileImporter().importClasses(types));

        assertThat(report.hasViolation()).isTrue();
        assertThat(report.getFailureReport().toString()).contains(types[0].getSimpleName());
    }

    @Test
    void lookAtEverything() {
        assertThat(Walls.ENGINE_APP).hasSizeGreaterThan(100);
        assertThat(Walls.ENGINE_APP).noneMatch(type -> type.getName().contains("planted"));
        assertThat(Walls.HOUSE)
                .extracting(JavaClass::getPackageName)
                .contains("org.sluice.process", "org.sluice.rules", "org.sluice.db", "org.sluice.ui.tasks")
                .doesNotContain("org.sluice.planted.intake", "org.sluice.walls");
    }

    @Test
    void ruleAboutNothingFails() {
        var empty = classes().that().haveSimpleName("Nobody").should().bePublic();

        assertThatThrownBy(() -> empty.check(Walls.ENGINE_APP)).isInstanceOf(AssertionError.class);
    }

    @Test
    void mostTypesStayAtHome() {
        var share = hidden(Walls.ENGINE_APP);
        System.out.printf("Types of engine-app that are not public: %.0f %%%n", share * 100);

        assertThat(share).isGreaterThanOrEqualTo(HIDDEN);
        assertThat(hidden(new ClassFileImporter().importPackages("org.sluice.planted.bare")))
                .isLessThan(HIDDEN);
    }

    private static double hidden(JavaClasses classes) {
        var types = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
        assertThat(types).isNotEmpty();
        return (double) types.stream()
                        .filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC))
                        .count()
                / types.size();
    }
}
