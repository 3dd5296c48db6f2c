package org.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.rules.facts.RuleParameters;

/** What compliance expects of each rule stands in {@code examples/<rule>.csv}; here the rule book must agree. */
class RuleExamplesTest {

    static final RuleBook BOOK = RuleBook.shipped();
    static final RuleParameters NUMBERS = ParameterTable.shipped().defaults();

    static Evaluation evaluate(RuleExample example) {
        return BOOK.evaluate(example.facts(), NUMBERS, RuleExample.ON);
    }

    static Stream<RuleBook.Rule> rules() {
        return BOOK.rules().stream();
    }

    @TestFactory
    Stream<DynamicTest> everyExampleFindsWhatIsWritten() {
        return rules().flatMap(rule -> RuleExample.of(rule).stream()
                .map(example -> DynamicTest.dynamicTest(rule.id() + ": " + example.situation(), () -> assertThat(
                                evaluate(example).findings())
                        .extracting(Finding::id)
                        .containsExactlyInAnyOrderElementsOf(example.findings()))));
    }

    @Test
    void everyRuleHasItsFileAndNoFileIsLeftOver() throws IOException {
        assertThat(RuleExample.rulesWithExamples())
                .containsExactlyInAnyOrderElementsOf(
                        rules().map(RuleBook.Rule::id).toList());
    }

    /** A pair shows the border: the same case but for one fact, on the one side found and on the other not. */
    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleFiresInOneExampleAndJustMissesInAnother(RuleBook.Rule rule) {
        var examples = RuleExample.of(rule);
        assertThat(examples).as(rule.id()).anySatisfy(hit -> {
            assertThat(hit.fires()).isTrue();
            assertThat(examples)
                    .anyMatch(miss -> !miss.fires()
                            && miss.findings().stream().noneMatch(each -> each.startsWith(Finding.MISSING))
                            && hit.differencesTo(miss).size() == 1);
        });
    }

    /**
     * After some twenty evaluations the engine compiles conditions anew; and several threads ask at once. Neither may
     * change an answer.
     */
    @Test
    void answersStayTheSameHoweverOftenAndFromWhereverTheyAreAsked() {
        var examples = rules().flatMap(rule -> RuleExample.of(rule).stream()).toList();
        Stream.iterate(0, each -> each < 40, each -> each + 1).parallel().forEach(round -> examples.stream()
                .filter(each -> (each.hashCode() + round) % 5 == 0)
                .forEach(example -> assertThat(evaluate(example).findings())
                        .as(example.rule() + ": " + example.situation())
                        .extracting(Finding::id)
                        .containsExactlyInAnyOrderElementsOf(example.findings())));
    }
}
