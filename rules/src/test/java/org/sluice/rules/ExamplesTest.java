package org.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What compliance expects of each table stands in {@code examples/*.csv}; here the engine must agree. */
class ExamplesTest {

    private static final DecisionTables TABLES = DecisionTables.shipped();

    @TestFactory
    Stream<DynamicTest> everyExampleIsAnsweredAsWritten() {
        var engine = new Tables();
        return tables().flatMap(table -> examples(table).stream()
                .map(example -> DynamicTest.dynamicTest(table.key() + ": " + example.situation(), () -> {
                    var answer = engine.ask(table.key(), example.facts(table));
                    assertThat(answer.rows()).containsExactlyElementsOf(example.rows());
                    assertThat(answer.outputs().stream().map(ExamplesTest::readable))
                            .containsExactlyElementsOf(example.answers());
                })));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRowIsFiredByAnExample(DecisionTable table) {
        assertThat(examples(table).stream()
                        .flatMap(each -> each.rows().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        table.rows().stream().map(DecisionTable.Row::id).toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRowWithAConditionHasANearMiss(DecisionTable table) {
        var examples = examples(table);
        for (var row : table.rows()) {
            if (row.inputs().stream().allMatch(String::isEmpty)) {
                continue; // catches what is left: nothing misses it
            }
            var hits = examples.stream()
                    .filter(each -> each.rows().contains(row.id()))
                    .toList();
            assertThat(examples)
                    .as("a near miss of " + row.id())
                    .anyMatch(miss -> miss.nearMissOf().equals(row.id())
                            && !miss.rows().contains(row.id())
                            && hits.stream().anyMatch(hit -> hit.differencesTo(miss) == 1));
        }
    }

    static Stream<DecisionTable> tables() {
        return TABLES.keys().stream().map(TABLES::table);
    }

    private static List<Example> examples(DecisionTable table) {
        try {
            return Example.of(table);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> readable(Map<String, Object> outputs) {
        return outputs.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().toString().replace(", ", " ")));
    }
}
