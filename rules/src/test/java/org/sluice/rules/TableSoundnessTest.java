package org.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.process.Role;
import org.sluice.process.admission.FieldTag;
import org.sluice.process.admission.Granularity;
import org.sluice.process.admission.PrivacyNeed;
import org.sluice.process.blacklist.BlacklistReason;
import org.sluice.process.blacklist.BlacklistSeverity;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.process.evaluation.ItemFinding;
import org.sluice.process.evaluation.ScoreItem;
import org.sluice.process.exit.ExitTrigger;
import org.sluice.process.intake.DecisionImpact;
import org.sluice.process.intake.RequirementIntakeProcess.Decision;
import org.sluice.process.intake.SubjectType;
import org.sluice.process.intake.Urgency;
import org.sluice.rules.facts.CryptoProfile;
import org.sluice.rules.facts.LineClass;
import org.sluice.rules.facts.SizeClass;
import org.sluice.rules.facts.SourceKind;
import org.sluice.rules.facts.TestBand;
import org.sluice.rules.facts.WantedOutput;

/** What holds for whole tables: no gap, no overlap, no cell that only fails on the day when it is needed. */
class TableSoundnessTest {

    private static final List<String> METHODS = List.of(
            "UNKNOWN",
            "COOPERATION_AGREEMENT",
            "SUPPLEMENT",
            "MARKET_SURVEY_FIRST",
            "SINGLE_SOURCE",
            "COMPETITIVE_NEGOTIATION",
            "FRAMEWORK_SHORTLIST",
            "INQUIRY",
            "INVITED_TENDER",
            "OPEN_TENDER");

    private static final Tables ENGINE = new Tables();

    /** A unique table throws when two rows fit, so this finds overlaps as well as gaps. */
    @Test
    void theLadderHasOneRungForEveryAmountAndMethodAndItNeverGoesDown() {
        for (var method : METHODS) {
            var before = List.<String>of();
            for (var amount : amounts()) {
                var facts = Map.of("amount", amount.doubleValue(), "method", method);
                var answer = ENGINE.ask(Decision.APPROVAL_LADDER, facts);
                assertThat(answer.rows()).as(facts.toString()).hasSize(1);
                var approvers = roles(answer.outputs().get(0).get("approvers"));
                assertThat(approvers).as(facts.toString()).containsAll(before);
                before = approvers;
            }
        }
    }

    @Test
    void theLadderGivesNoRungWithoutAnAmount() {
        assertThat(ENGINE.ask(Decision.APPROVAL_LADDER, Map.of("method", "UNKNOWN"))
                        .rows())
                .isEmpty();
        assertThat(ENGINE.ask(Decision.APPROVAL_LADDER, Map.of("method", "UNKNOWN", "amount", -0.01))
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> ENGINE.ask(Decision.APPROVAL_LADDER, Map.of("method", "UNKNOWN", "amount", "much")))
                .hasMessageContaining("Invalid value 'much'");
    }

    @Test
    void triageFallsBackToTheLongWayAndNeverToAShortOne() {
        var nothingKnown = new HashMap<String, Object>();
        table(Decision.INTAKE_TRIAGE).inputs().forEach(each -> nothingKnown.put(each.name(), null));
        assertThat(ENGINE.ask(Decision.INTAKE_TRIAGE, nothingKnown).rows()).containsExactly("newStandard");
        nothingKnown.put("urgency", "SOMEHOW");
        assertThat(ENGINE.ask(Decision.INTAKE_TRIAGE, nothingKnown).rows()).containsExactly("newStandard");
    }

    /** The additional approvals would pass an unknown level silently; whoever asks must look for missing facts first. */
    @Test
    void missingFactsAreNamedBeforeATableIsAsked() {
        var facts = new HashMap<String, Object>(
                Map.of("important", false, "containsPI", true, "method", "UNKNOWN", "amount", 0.0));
        facts.put("jrLevel", null);
        assertThat(table(Decision.APPROVAL_ADD_ON).missingFrom(facts)).containsExactly("jrLevel");
        facts.put("jrLevel", 2);
        assertThat(table(Decision.APPROVAL_ADD_ON).missingFrom(facts)).isEmpty();
    }

    /** A field without a level would let its product pass as harmless. */
    @Test
    void everyFieldHasALevelAndTheHighestRowCounts() {
        for (var tag : FieldTag.values()) {
            for (var subject : SubjectType.values()) {
                for (var persons : List.of(0L, 9_999_999L, 10_000_000L)) {
                    var answer = ENGINE.ask(
                            DecisionTables.SENSITIVITY_GRADING,
                            Map.of(
                                    "fieldTag",
                                    tag.name(),
                                    "subjectType",
                                    subject.name(),
                                    "granularity",
                                    "RECORD",
                                    "personCount",
                                    persons,
                                    "groupSize",
                                    20L));
                    var highest = answer.outputs().stream()
                            .mapToInt(each -> ((Number) each.get("jrLevel")).intValue())
                            .max();
                    assertThat(highest).as(tag + " of " + subject).isNotEmpty();
                    assertThat(answer.collected()).isEqualTo(highest.getAsInt());
                }
            }
        }
    }

    /** Whatever is known or not, there is an answer, and it is never a shorter way than asking the market. */
    @Test
    void whereFactsAreUnknownNoShortWayIsTaken() {
        for (var key : List.of(DecisionTables.SOURCING_METHOD, DecisionTables.PRIVACY_TECHNIQUE)) {
            var nothing = new HashMap<String, Object>();
            table(key).inputs().forEach(each -> nothing.put(each.name(), null));
            assertThat(ENGINE.ask(key, nothing).rows()).hasSize(1).isSubsetOf("inputMissing", "designByHand");
        }
    }

    /**
     * The last row of either outcome admits, and an unknown fact fires no row above it: asked blindly, both tables would
     * admit. That is why the application looks for missing facts first, and this is what it sees.
     */
    @Test
    void anOutcomeAskedBlindlyWouldAdmitSoEveryFactIsRequired() {
        for (var key : List.of(DecisionTables.ADMISSION_OUTCOME, DecisionTables.SUPPLIER_OUTCOME)) {
            var nothing = new HashMap<String, Object>();
            table(key).inputs().forEach(each -> nothing.put(each.name(), null));
            assertThat(ENGINE.ask(key, nothing).rows()).isSubsetOf("admitted", "qualified");
            assertThat(table(key).missingFrom(nothing)).hasSameSizeAs(table(key).inputs());
        }
    }

    /** Whatever is measured or found, an item has one row, so that no weight counts twice and none is lost. */
    @Test
    void theWeightsOfAllItemsAreAHundredWhateverIsFound() {
        for (var figure : List.of(-100.0, -3.0, 0.0, 0.1, 0.25, 1.0, 1.2, 2.0, 95.0, 99.5, 99.9, 500.0, 100_000.0)) {
            int all = 0;
            for (var item : ScoreItem.values()) {
                for (var finding : ItemFinding.of(item)) {
                    var rows = ENGINE.ask(
                            EvaluationCycleProcess.Decision.SCORECARD,
                            Map.of("item", item.name(), "figure", figure, "itemFinding", finding.name()));
                    assertThat(rows.rows())
                            .as(item + " " + figure + " " + finding)
                            .hasSize(1);
                    var weight = ((Number) rows.outputs().get(0).get("weight")).intValue();
                    var points = ((Number) rows.outputs().get(0).get("points")).doubleValue();
                    assertThat(points).isBetween(0.0, (double) weight);
                    all += finding == ItemFinding.of(item).get(0) ? weight : 0;
                }
            }
            assertThat(all).as("at " + figure).isEqualTo(100);
        }
    }

    /** Grades know no gap, and every grade has a way on. */
    @Test
    void everyScoreHasOneGradeAndEveryGradeOneRenewal() {
        for (int cents = 0; cents <= 10_000; cents += 25) {
            assertThat(ENGINE.ask(EvaluationCycleProcess.Decision.GRADE, Map.of("veto", false, "score", cents / 100.0))
                            .rows())
                    .hasSize(1);
        }
        for (var grade : List.of("A", "B", "C", "D", "NONE_YET")) {
            for (var before : List.of("A", "B", "C", "D", "NONE_YET")) {
                for (var yes : List.of(true, false)) {
                    assertThat(ENGINE.ask(
                                            EvaluationCycleProcess.Decision.RENEWAL,
                                            Map.of(
                                                    "veto", false,
                                                    "grade", grade,
                                                    "previousGrade", before,
                                                    "standby", yes,
                                                    "callsLast180d", 7,
                                                    "replacementReady", yes,
                                                    "priceVsBenchmark", 1.0))
                                    .rows())
                            .hasSize(1);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.sluice.rules.ExamplesTest#tables")
    void everyCellCanBeEvaluatedAlone(DecisionTable table) {
        for (var row : table.rows()) {
            for (int i = 0; i < row.inputs().size(); i++) {
                evaluateInput(table.inputs().get(i), row.inputs().get(i));
            }
            for (int i = 0; i < row.outputs().size(); i++) {
                assertThat(evaluateOutput(table.outputs().get(i), row.outputs().get(i)))
                        .as(row.id() + " " + table.outputs().get(i).name())
                        .isNotNull();
            }
        }
    }

    /** Whatever is proven has one length, a repeat is never milder, and each reason says whether it ends early. */
    @Test
    void everyReasonOfTheBlacklistHasALengthAndAWordAboutLifting() {
        for (var reason : BlacklistReason.values()) {
            for (var severity : reason.severities()) {
                var months = Stream.of(false, true)
                        .map(repeat -> ENGINE.ask(
                                DecisionTables.BLACKLIST_DURATION,
                                Map.of(
                                        "reasonCode", reason.name(),
                                        "severityCode", severity.name(),
                                        "repeat36m", repeat)))
                        .peek(answer -> assertThat(answer.rows())
                                .as(reason + " " + severity)
                                .hasSize(1))
                        .map(answer -> ((Number) answer.collected()).intValue())
                        .toList();
                assertThat(months.get(1)).as(reason + " " + severity).isGreaterThanOrEqualTo(months.get(0));
            }
            assertThat(ENGINE.ask(DecisionTables.BLACKLIST_LIFTING, Map.of("reasonCode", reason.name()))
                            .rows())
                    .hasSize(1);
        }
    }

    @Test
    void aCellThatCannotBeReadIsFound() {
        var amount = table(Decision.APPROVAL_LADDER).inputs().get(0);
        assertThatThrownBy(() -> evaluateInput(amount, "[0..100000")).hasMessageContaining("failed to parse");
        var approvers = table(Decision.APPROVAL_LADDER).outputs().get(0);
        assertThat(evaluateOutput(approvers, "DATA_HEAD")).isNull();
    }

    @ParameterizedTest
    @MethodSource("org.sluice.rules.ExamplesTest#tables")
    void cellsNameOnlyRolesAndChoicesOfTheHouse(DecisionTable table) {
        for (var row : table.rows()) {
            for (int i = 0; i < row.inputs().size(); i++) {
                var cell = row.inputs().get(i);
                if (table.inputs().get(i).type().equals("string") && !cell.isEmpty()) {
                    assertThat(cell).matches("not\\(\"[A-Z0-9_]+\"\\)|\"[A-Z0-9_]+\"(, \"[A-Z0-9_]+\")*");
                    assertThat(choices(table.inputs().get(i).name())).containsAll(literals(cell));
                }
            }
            for (int i = 0; i < row.outputs().size(); i++) {
                if (List.of("reviewers", "approvers", "adds")
                        .contains(table.outputs().get(i).name())) {
                    assertThat(roles(row.outputs().get(i).replace("\"", "")))
                            .isSubsetOf(Stream.of(Role.values()).map(Role::name).toList());
                }
            }
        }
    }

    private static List<String> choices(String input) {
        return switch (input) {
            case "urgency" -> Stream.of(Urgency.values()).map(Urgency::name).toList();
            case "decisionImpact" ->
                Stream.of(DecisionImpact.values()).map(DecisionImpact::name).toList();
            case "method" -> METHODS;
            case "subjectType" -> names(SubjectType.values());
            case "fieldTag" -> names(FieldTag.values());
            case "granularity" -> names(Granularity.values());
            case "need" -> names(PrivacyNeed.values());
            case "testBand" -> names(TestBand.values());
            case "sourceKind" -> names(SourceKind.values());
            case "reasonCode" -> names(BlacklistReason.values());
            case "severityCode" -> names(BlacklistSeverity.values());
            case "item" -> names(ScoreItem.values());
            case "itemFinding" -> names(ItemFinding.values());
            case "grade", "previousGrade" -> List.of("A", "B", "C", "D", "NONE_YET");
            case "trigger" -> names(ExitTrigger.values());
            case "cryptoProfile" -> names(CryptoProfile.values());
            case "wantedOutput" -> names(WantedOutput.values());
            case "sizeClass" -> names(SizeClass.values());
            case "lineClass" -> names(LineClass.values());
            case "incidentLevel" -> names(IncidentLevel.values());
            default -> List.of();
        };
    }

    private static List<String> names(Enum<?>[] choices) {
        return Stream.of(choices).map(Enum::name).toList();
    }

    private static List<String> literals(String cell) {
        return java.util.regex.Pattern.compile("\"([A-Z0-9_]+)\"")
                .matcher(cell)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private static List<String> roles(Object cell) {
        var text = cell.toString();
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(", "));
    }

    /** Every limit with one cent on either side, and some others, in order. */
    private static List<BigDecimal> amounts() {
        var amounts = new ArrayList<BigDecimal>(List.of(BigDecimal.ZERO));
        var cent = new BigDecimal("0.01");
        for (var limit : List.of("100000", "500000", "2000000", "10000000")) {
            var at = new BigDecimal(limit);
            amounts.addAll(List.of(at.subtract(cent), at, at.add(cent)));
        }
        new Random(7).longs(3, 0, 2_000_000_000L).forEach(cents -> amounts.add(BigDecimal.valueOf(cents, 2)));
        amounts.add(new BigDecimal("999999999999.99"));
        return amounts.stream().sorted().toList();
    }

    private void evaluateInput(DecisionTable.Column input, String cell) {
        Map<String, Object> facts =
                switch (input.type()) {
                    case "double" -> Map.of(input.name(), 1.5);
                    case "integer" -> Map.of(input.name(), 1);
                    case "boolean" -> Map.of(input.name(), true);
                    default -> Map.of(input.name(), "ANY");
                };
        ENGINE.ask("cell", single(input, cell, "string", "\"yes\""), facts);
    }

    private Object evaluateOutput(DecisionTable.Column output, String cell) {
        var any = new DecisionTable.Column("any", output.label(), "string");
        return ENGINE.ask("cell", single(any, "", output.type(), cell), Map.of("any", "ANY"))
                .outputs()
                .get(0)
                .get("answer");
    }

    /** A table of one input, one output and one row. */
    private static String single(DecisionTable.Column input, String inputCell, String type, String outputCell) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="cell" name="cell"><decisionTable id="t" hitPolicy="FIRST">
                    <input id="i"><inputExpression id="e" typeRef="%s"><text>%s</text></inputExpression></input>
                    <output id="o" name="answer" typeRef="%s"/>
                    <rule id="r"><inputEntry id="ie"><text><![CDATA[%s]]></text></inputEntry>
                      <outputEntry id="oe"><text><![CDATA[%s]]></text></outputEntry></rule>
                  </decisionTable></decision>
                </definitions>
                """.formatted(input.type(), input.name(), type, inputCell, outputCell);
    }

    private static DecisionTable table(String key) {
        return DecisionTables.shipped().table(key);
    }
}
