package org.sluice.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sluice.process.Conflict;
import org.sluice.process.NotFound;
import org.sluice.process.NotPermitted;
import org.sluice.process.models.ProcessModels;

/** What the code says by a key has its text in both languages. */
class TextsFitCodeTest {

    private static final List<CompilationUnitTree> SOURCES = Sources.trees();

    /** A half-width mark beside a Chinese character; codes and figures keep theirs. */
    private static final Pattern HALF_WIDTH = Pattern.compile("[\\p{IsHan}”》）}][,;:?!()]|[,;:?!(][\\p{IsHan}“《]");

    /** The event itself passes on what others say. */
    private static final List<CompilationUnitTree> PUBLISHERS = SOURCES.stream()
            .filter(unit -> !Set.of("Auditable.java", "Details.java").contains(ReachingTexts.fileOf(unit)))
            .filter(unit -> !unit.getPackageName().toString().startsWith("org.sluice.ui."))
            .toList();

    @Test
    void refusals() {
        assertRefusals(NotFound.class, "notFound.", 8);
        assertRefusals(NotPermitted.class, "notPermitted.", 7);
        assertRefusals(Conflict.class, "conflict.", 6);
    }

    private static void assertRefusals(Class<?> type, String below, int atLeast) {
        var keys = ReachingTexts.of(SOURCES, Argument.ofNew(type.getSimpleName(), 0));

        assertThat(keys.lost()).isEmpty();
        assertThat(keys.calls()).as("calls in the sources and in the classes").isEqualTo(compiledCallsOf(type));
        assertThat(keys.texts()).hasSizeGreaterThanOrEqualTo(atLeast);
        assertSaid(
                keys.texts(),
                below,
                Sources.refusals("zh").keySet(),
                Sources.refusals("en").keySet());
    }

    private static long compiledCallsOf(Class<?> type) {
        return Walls.HOUSE.stream()
                .flatMap(each -> each.getConstructorCallsFromSelf().stream())
                .map(JavaConstructorCall::getTargetOwner)
                .filter(target -> target.isEquivalentTo(type))
                .count();
    }

    @Test
    void problemsOfFields() {
        var keys = ReachingTexts.of(
                SOURCES,
                Argument.ofNew("FieldProblem", 1),
                Argument.of("Problems.java", "when", 2, "problems", "new Problems"),
                Argument.of("Problems.java", "add", 1, "problems", "new Problems"));

        // a problem that is said at another field keeps the key that it has
        assertThat(keys.lost()).allMatch(lost -> lost.contains("new FieldProblem(… problem.key() …)"));
        assertThat(keys.texts())
                .hasSizeGreaterThan(15)
                .contains("required", "unknownCode", "notJoinable", "reasonForNo", "unreadable");
        assertSaid(
                keys.texts(),
                "field.",
                Sources.refusals("zh").keySet(),
                Sources.refusals("en").keySet());
    }

    @Test
    void auditedActions() {
        var actions =
                ReachingTexts.of(PUBLISHERS, Argument.of("", "of", 0, "Auditable"), Argument.ofNew("Auditable", 0));

        assertThat(actions.lost()).isEmpty();
        assertThat(actions.texts())
                .hasSizeGreaterThan(35)
                .contains("requirement.submitted", "task.completed", "budget.released", "person.added");
        assertOnScreen(actions.texts(), "audit.");
    }

    @Test
    void factsOfEventsAndCases() {
        var labels = ReachingTexts.of(
                PUBLISHERS,
                Argument.of("", "with", 0, "Auditable"),
                Argument.everySecondOf("details"),
                Argument.of("", "put", 1, "").ofArity(3),
                Argument.of("", "put", 0, "facts"));

        assertThat(labels.lost()).isEmpty();
        assertThat(labels.texts())
                .hasSizeGreaterThan(40)
                .contains("businessLine", "purchaseNo", "callingSystem", "comment", "release", "waitsFor", "roles");
        assertOnScreen(labels.texts(), "fact.");
    }

    @Test
    void outcomesOfCases() {
        var outcomes = ReachingTexts.of(SOURCES, Argument.of("", "close", 2, "files"));

        assertThat(outcomes.lost()).isEmpty();
        assertThat(outcomes.texts()).hasSizeGreaterThan(6).contains("withdrawn", "builtInHouse");
        assertOnScreen(outcomes.texts(), "outcome.");
    }

    @Test
    void tablesAndStandingsOfCases() {
        var tables = ReachingTexts.of(SOURCES, Argument.ofNew("Table", 0).ofArity(2));
        var standings = ReachingTexts.of(SOURCES, Argument.ofNew("Standing", 0));

        assertThat(tables.texts()).contains("fieldsNeeded", "opinions");
        assertOnScreen(tables.texts(), "fact.");
        assertThat(standings.texts()).contains("handedOver", "nextQuarter");
        assertOnScreen(standings.texts(), "standing.");
    }

    /** Every Chinese text of the house, also those that no other test knows. */
    @Test
    void chineseIsPunctuatedAsChinese() throws IOException {
        var bundles = Sources.bundles("zh");

        assertThat(bundles).hasSizeGreaterThan(12);
        for (var bundle : bundles) {
            assertThat(Files.readAllLines(bundle))
                    .as(bundle.getFileName().toString())
                    .noneMatch(HALF_WIDTH.asPredicate());
        }
    }

    @Test
    void processes() {
        assertThat(ProcessModels.keys()).isNotEmpty();
        assertOnScreen(Set.copyOf(ProcessModels.keys()), "process.");
    }

    static void assertOnScreen(Set<String> keys, String below) {
        assertSaid(
                keys,
                below,
                Sources.screenTexts("zh").keySet(),
                Sources.screenTexts("en").keySet());
    }

    private static void assertSaid(Set<String> keys, String below, Set<Object> chinese, Set<Object> english) {
        assertThat(chinese).as("Chinese").containsAll(below(below, keys));
        assertThat(english).as("English").containsAll(below(below, keys));
    }

    private static Set<String> below(String head, Set<String> keys) {
        return keys.stream().map(key -> head + key).collect(Collectors.toCollection(TreeSet::new));
    }
}
