package org.sluice.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What guests of a page ask in is loaded with the page: else its fields stay empty in production, and nothing says so. */
class GuestsInBundleTest {

    private static final JavaClasses OURS =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.sluice.ui");

    @ParameterizedTest
    @ValueSource(classes = {ProductView.class, SupplierView.class})
    void pagesNameWhatTheirGuestsAreMadeOf(Class<?> page) {
        var guests = OURS.stream()
                .filter(each -> each.isAssignableTo(CatalogGuest.class) && !each.isInterface())
                .toList();
        assertThat(guests).hasSizeGreaterThan(4);

        var loaded = parts(List.of(OURS.get(page)));
        assertThat(page.getSuperclass()).isEqualTo(CatalogPage.class);
        Stream.of(CatalogPage.class.getAnnotationsByType(Uses.class))
                .map(use -> use.value().getName())
                .forEach(loaded::add);
        assertThat(loaded).containsAll(parts(guests));
    }

    /** The parts with a script of their own that these are made of, through classes of their own package and {@code parts}. */
    private static Set<String> parts(List<JavaClass> roots) {
        var parts = new TreeSet<String>();
        for (var root : roots) {
            Predicate<JavaClass> followed = each -> each.getPackageName().equals(root.getPackageName())
                    || each.getPackageName().equals("org.sluice.ui.parts");
            var seen = new HashSet<>(Set.of(root));
            var open = new ArrayDeque<>(List.of(root));
            while (!open.isEmpty()) {
                open.pop().getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .map(JavaClass::getBaseComponentType)
                        .forEach(each -> {
                            if (hasScript(each)) {
                                parts.add(each.getName());
                            } else if (followed.test(each) && seen.add(each)) {
                                open.push(each);
                            }
                        });
            }
        }
        return parts;
    }

    private static boolean hasScript(JavaClass each) {
        return each.getPackageName().startsWith("com.vaadin.flow.component.")
                && each.isAssignableTo(Component.class)
                && each.reflect().getAnnotationsByType(JsModule.class).length > 0;
    }
}
