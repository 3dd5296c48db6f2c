package org.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables beside the rules are whole: every rule, fact and number is in them, with its reasons, and none besides. */
class RuleTableTest {

    private static final Set<String> NO_CLAUSE = Set.of("house policy", "unverified practice");
    private static final Path REFERENCE = Path.of("../db/src/main/resources/reference");
    private static final RuleTable TABLE = RuleTable.of(CsvRows.resource("rules/rules.csv"));
    private static final FactTable FACTS = FactTable.shipped();

    static Stream<RuleTable.Entry> entries() {
        return TABLE.entries().stream();
    }

    @Test
    void everyRuleOfTheTableIsInTheBookAndNoOther() {
        assertThat(RuleExamplesTest.rules().map(RuleBook.Rule::id))
                .containsExactlyElementsOf(entries().map(RuleTable.Entry::id).toList());
        assertThat(entries().filter(each -> each.group() == RuleGroup.SUPPLIER)).hasSize(41);
        assertThat(entries().filter(each -> each.group() == RuleGroup.DATA)).hasSize(48);
        // U-03, U-06 and U-07 are of each call, and no call is served yet
        assertThat(entries().filter(each -> each.group() == RuleGroup.USAGE)).hasSize(9);
        assertThat(entries().filter(each -> each.group() == RuleGroup.PRIVACY_JOB))
                .hasSize(10);
    }

    @Test
    void everySeverityAndEveryLayerOccurs() {
        assertThat(entries().map(RuleTable.Entry::severity)).contains(Severity.values());
        assertThat(entries().map(RuleTable.Entry::layer)).contains(Layer.values());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void speaksBothLanguages(RuleTable.Entry rule) {
        for (var text : List.of(rule.statement(), rule.remedy())) {
            assertThat(text.zh()).containsPattern("\\p{IsHan}");
            assertThat(text.en()).doesNotContainPattern("\\p{IsHan}").matches("[A-Z\"].+[^.]");
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void namesWhoSettlesWhatAPersonMustSettle(RuleTable.Entry rule) {
        assertThat(rule.reviewGroups().isEmpty()).isEqualTo(rule.severity() == Severity.WARN || isFinal(rule));
        if (rule.layer() == Layer.STATUTE && rule.severity() == Severity.REJECT) {
            assertThat(rule.waivable()).isFalse();
        }
    }

    /** Nobody is named where nobody may decide, or where only another table says who. */
    private static boolean isFinal(RuleTable.Entry rule) {
        return rule.severity() == Severity.REJECT
                && (!rule.waivable() || Set.of("S-21", "D-32").contains(rule.id()));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void leansOnlyOnWhatTheHouseKnows(RuleTable.Entry rule) throws IOException {
        var known = new HashSet<>(firstColumn("regulation_clause.csv"));
        known.addAll(firstColumn("standard.csv"));
        known.addAll(NO_CLAUSE);
        assertThat(rule.refs()).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(known);
        assertThat(rule.basis()).isNotBlank();
        if (rule.layer() == Layer.STATUTE) {
            assertThat(rule.refs()).as("law is never house policy").doesNotContainAnyElementsOf(NO_CLAUSE);
        }
        if (rule.layer() == Layer.POLICY) {
            assertThat(rule.refs()).as("a model is no law").contains("house policy");
        }
    }

    private static List<String> firstColumn(String file) throws IOException {
        return CsvRows.of(Files.readString(REFERENCE.resolve(file))).stream()
                .map(row -> row.cells().values().iterator().next())
                .toList();
    }

    /** A condition that is unknown itself must be asked for first, or its rule would be silent. */
    @ParameterizedTest
    @MethodSource("entries")
    void needsOnlyFactsThatAreAskedForInOrder(RuleTable.Entry rule) {
        var asked = new ArrayList<String>();
        for (var need : rule.needs()) {
            assertThat(FACTS.names(rule.group())).contains(need.fact());
            asked.add(need.fact());
        }
        var components = FACTS.names(rule.group());
        rule.needs().stream()
                .flatMap(each -> each.alternatives().stream().flatMap(List::stream))
                .map(Need.Condition::fact)
                .filter(components::contains)
                .forEach(condition -> assertThat(asked).as(rule.id()).contains(condition));
    }

    @Test
    void everyFactIsNamedForPeopleAndInTheOrderOfItsPart() {
        for (var group : RuleGroup.values()) {
            var components = FactTable.parts(group)
                    .flatMap(part -> Stream.of(part.getRecordComponents())
                            .map(each -> part.getSimpleName() + "." + each.getName()))
                    .toList();
            assertThat(FACTS.names(group).stream().map(name -> {
                        var fact = FACTS.fact(group, name);
                        assertThat(fact.label().zh()).containsPattern("\\p{IsHan}|KS|IV");
                        assertThat(fact.label().en()).doesNotContainPattern("\\p{IsHan}");
                        return fact.part() + "." + fact.name();
                    }))
                    .containsExactlyElementsOf(components);
        }
    }

    @Test
    void everyNumberIsAskedForAndSaysWhereItComesFrom() {
        var asked = RuleBook.shippedTexts().values().stream().collect(Collectors.joining());
        var numbers = ParameterTable.shipped().entries();
        assertThat(numbers.stream().map(ParameterTable.Entry::key))
                .as("rows of the reference data")
                .containsExactlyInAnyOrderElementsOf(ParameterKeys.shipped());
        for (var number : numbers) {
            assertThat(asked).contains("\"" + number.key() + "\"");
            assertThat(number.what().zh()).containsPattern("\\p{IsHan}");
            assertThat(number.what().en()).doesNotContainPattern("\\p{IsHan}").isNotBlank();
            assertThat(number.unit()).isNotBlank();
            assertThat(number.verified())
                    .as(number.key())
                    .isEqualTo(number.basis().matches("\\[found: [A-Z]\\d+\\]( CN-[A-Z]+-[A-Z0-9]+)?"));
        }
    }

    @Test
    void everyFileIsListed() throws IOException {
        var root = Path.of("src/main/resources/rules");
        try (var files = Files.walk(root)) {
            assertThat(files.filter(each -> each.toString().endsWith(".drl"))
                            .map(each -> root.relativize(each).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(RuleBook.shippedTexts().keySet());
        }
    }

    @Test
    void refusesATableThatCannotBeRead() {
        var header =
                "id,group,severity,layer,waivable,reviewGroups,refs,basis,facts,statement_zh,statement_en,remedy_zh,remedy_en\n";
        assertThatThrownBy(() -> RuleTable.of(header + "S-01,supplier,GRAVE,POLICY,no,,r,b,uscc,a,b,c,d\n"))
                .hasMessageContaining("rule S-01")
                .hasMessageContaining("GRAVE");
        assertThatThrownBy(() -> RuleTable.of(header + "S-01,supplier,WARN,POLICY,no,,r,b,uscc if uscc<3,a,b,c,d\n"))
                .hasMessageContaining("not a condition of a needed fact: uscc<3");
        assertThatThrownBy(() -> RuleTable.of(header + "S-01,supplier,WARN\n"))
                .hasMessageContaining("13 cells expected");
    }
}
