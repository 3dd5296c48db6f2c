package org.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.intake.RequirementIntakeProcess.Decision;

class DecisionTablesTest {

    private final DecisionTables tables = DecisionTables.shipped();

    @Test
    void knowsEveryFileAndNoOther() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/decisions"))) {
            assertThat(files.map(each -> "decisions/" + each.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(
                            tables.keys().stream().map(tables::path).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("org.sluice.rules.ExamplesTest#tables")
    void everyTableIsCalledLikeItsFileAndKeepsAShortHistory(DecisionTable table) {
        assertThat(tables.keys()).contains(table.key());
        assertThat(tables.xml(table.key()))
                .contains("<decision id=\"" + table.key() + "\"")
                .contains("camunda:historyTimeToLive=\"P365D\"");
        assertThat(table.inputs()).as("sourcingMethod is the widest").hasSizeLessThanOrEqualTo(9);
        assertThat(table.rows()).extracting(DecisionTable.Row::id).doesNotHaveDuplicates();
    }

    /** Ids of cells are made of a row's and a column's: two pairs can come to the same, and the engine does not say so. */
    @ParameterizedTest
    @MethodSource("org.sluice.rules.ExamplesTest#tables")
    void noIdOfATableStandsTwice(DecisionTable table) {
        assertThat(ids(tables.xml(table.key()))).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    }

    private static List<String> ids(String dmn) {
        return Pattern.compile("\\sid\\s*=\\s*\"([^\"]*)\"")
                .matcher(dmn)
                .results()
                .map(id -> id.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("org.sluice.rules.ExamplesTest#tables")
    void everyRowSaysWhyInBothLanguages(DecisionTable table) {
        assertThat(table.name().zh()).containsPattern("\\p{IsHan}");
        for (var row : table.rows()) {
            assertThat(row.id()).matches("[a-z][A-Za-z0-9]*");
            assertThat(row.text().zh()).containsPattern("\\p{IsHan}");
            assertThat(row.text().en()).doesNotContainPattern("\\p{IsHan}");
            assertThat(row.housePolicy() || !row.clauses().isEmpty())
                    .as(row.id())
                    .isTrue();
        }
    }

    @Test
    void readsATableForPeople() {
        var table = tables.table(Decision.APPROVAL_ADD_ON);
        assertThat(table.name()).isEqualTo(new LocalText("附加审批", "Additional approvals"));
        assertThat(table.hitPolicy()).isEqualTo("COLLECT");
        assertThat(table.aggregation()).isEmpty();
        assertThat(tables.table(DecisionTables.SENSITIVITY_GRADING).aggregation())
                .isEqualTo("MAX");
        assertThat(table.inputs())
                .extracting(DecisionTable.Column::name)
                .containsExactly("important", "jrLevel", "containsPI", "method", "amount");
        assertThat(table.outputs())
                .extracting(DecisionTable.Column::name)
                .containsExactly("adds", "supervisorReport", "extraWorkingDays");
        var row = table.rows().get(1);
        assertThat(row.id()).isEqualTo("levelFourAndAbove");
        assertThat(row.inputs()).containsExactly("", ">= 4", "", "", "");
        assertThat(row.outputs()).containsExactly("\"CHIEF_COMPLIANCE_OFFICER, ADMISSION_COMMITTEE\"", "false", "5");
        assertThat(row.housePolicy()).isTrue();
        assertThat(row.clauses()).containsExactly("CN-DSL-21");
    }

    @Test
    void namesTheContentByAHashThatMovesWithEveryLetter() {
        assertThat(tables.contentHash())
                .matches("[0-9a-f]{64}")
                .isEqualTo(DecisionTables.shipped().contentHash());
        assertThat(List.of(
                        DecisionTables.contentHash(java.util.Map.of("a", "bc")),
                        DecisionTables.contentHash(java.util.Map.of("ab", "c")),
                        DecisionTables.contentHash(java.util.Map.of("a", "bd"))))
                .doesNotHaveDuplicates();
        assertThat(DecisionTables.contentHash(java.util.Map.of("a", "b\r\n")))
                .isEqualTo(DecisionTables.contentHash(java.util.Map.of("a", "b\n")));
    }

    @Test
    void refusesAnUnknownKey() {
        assertThatThrownBy(() -> tables.table("noSuchTable")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tables.xml("../secret")).isInstanceOf(NotFound.class);
    }

    @Test
    void readsNoForeignEntity() {
        assertThatThrownBy(() -> DecisionTable.read(
                        "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><definitions>&e;</definitions>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void refusesATableThatItCannotExplain() {
        var sound = tables.xml(Decision.APPROVAL_LADDER);
        assertThatThrownBy(() -> DecisionTable.read(sound.replace("| refs: house policy, CN-NFRA-EXT<", "<")))
                .hasMessageContaining("row upTo100k: the description must read");
        assertThatThrownBy(() -> DecisionTable.read(sound.replace("CN-GPL-26", "some law")))
                .hasMessageContaining("neither a clause nor 'house policy': some law");
        assertThatThrownBy(() -> DecisionTable.read(sound.replace("审批层级 | Approval ladder", "Approval ladder")))
                .hasMessageContaining("name of approvalLadder must read");
        assertThatThrownBy(() -> DecisionTable.read("<definitions/>")).hasMessageContaining("must have one decision");
        assertThatThrownBy(() -> DecisionTable.read("no table")).hasMessageContaining("no readable XML");
    }
}
