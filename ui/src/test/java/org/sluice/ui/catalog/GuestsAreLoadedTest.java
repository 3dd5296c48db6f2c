package org.sluice.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.Route;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.ui.shell.MainLayout;

/**
 * A page of the catalogue loads what its guests are made of. They come through Spring, where the bundle does not see them: a
 * dialog would come without its fields, and only in a browser.
 */
class GuestsAreLoadedTest {

    private static final JavaClasses SCREENS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sluice.ui", "com.vaadin.flow.component");

    @ParameterizedTest
    @ValueSource(classes = {ProductView.class, SupplierView.class})
    void whatTheyAskIn(Class<?> page) {
        var guests = SCREENS.stream()
                .filter(each -> each.isAssignableTo(CatalogGuest.class) && !each.isInterface())
                .toList();
        assertThat(guests).hasSizeGreaterThan(3);

        assertThat(parts(List.of(SCREENS.get(page), SCREENS.get(MainLayout.class))))
                .as("web components that %s loads; missing ones are named by @Uses", page.getSimpleName())
                .containsAll(parts(guests));
    }

    /** The web components that are made by these classes, or by what they refer to among the screens. */
    private static Set<String> parts(List<JavaClass> from) {
        var parts = new TreeSet<String>();
        var seen = new TreeSet<String>();
        var open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            var next = open.remove();
            if (!seen.add(next.getName())) {
                continue;
            }
            if (next.getPackageName().startsWith("org.sluice.ui")) {
                next.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .map(JavaClass::getBaseComponentType)
                        .filter(isScreen().or(isComponent()))
                        // another page brings its own
                        .filter(each -> !each.isAnnotatedWith(Route.class))
                        .forEach(open::add);
            }
            next.getClassHierarchy().stream()
                    .filter(each ->
                            each.isAnnotatedWith(JsModule.class) || each.isAnnotatedWith(JsModule.Container.class))
                    .map(JavaClass::getSimpleName)
                    .forEach(parts::add);
        }
        return parts;
    }

    private static Predicate<JavaClass> isScreen() {
        return each -> each.getPackageName().startsWith("org.sluice.ui");
    }

    private static Predicate<JavaClass> isComponent() {
        return each -> each.getPackageName().startsWith("com.vaadin.flow.component");
    }
}
