package org.sluice.process.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.process.Body;
import org.sluice.process.FieldProblem;
import org.sluice.process.Withdraw;

class TaskBodiesTest {

    @ParameterizedTest
    @MethodSource("bodies")
    void namesWhatIsMissing(Body body, List<String> fields) {
        assertThat(body.problems()).extracting(FieldProblem::field).containsExactlyElementsOf(fields);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments(new ConfirmNeed(true, false, null), List.of()),
                arguments(new ConfirmNeed(true, null, null), List.of("inHouseFeasible")),
                arguments(new ConfirmNeed(false, null, " "), List.of("comment")),
                arguments(new ConfirmNeed(false, null, "预算已用尽"), List.of()),
                arguments(new ConfirmNeed(null, null, null), List.of("confirmed")),
                arguments(new ConfirmReuse(true, "P-0001", null), List.of()),
                arguments(new ConfirmReuse(true, null, null), List.of("productCode")),
                arguments(new ConfirmReuse(false, null, null), List.of("comment")),
                arguments(new ConfirmMerge(true, null, null), List.of("requirementNo")),
                arguments(new ConfirmMerge(false, null, null), List.of("comment")),
                arguments(new GiveOpinion(Opinion.SUPPORT, null), List.of("comment")),
                arguments(new WriteFeasibilityNote(Feasibility.PROCEED, false, "可行"), List.of()),
                arguments(new WriteFeasibilityNote(null, null, null), List.of("conclusion", "freeChannel", "note")),
                arguments(new SettleShortfall(ShortfallChoice.RESERVE_ELSEWHERE, null, null), List.of("budgetLine")),
                arguments(new SettleShortfall(ShortfallChoice.NEXT_QUARTER, null, null), List.of()),
                arguments(new SettleShortfall(ShortfallChoice.REFUSE, null, null), List.of("comment")),
                arguments(new ApproveRequirement(true, null), List.of()),
                arguments(new ApproveRequirement(false, ""), List.of("comment")),
                arguments(new ApproveRequirement(true, "x".repeat(2001)), List.of("comment")),
                arguments(new Withdraw(" "), List.of("reason")));
    }
}
