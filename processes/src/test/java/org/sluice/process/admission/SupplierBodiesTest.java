package org.sluice.process.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.process.Body;
import org.sluice.process.FieldProblem;

class SupplierBodiesTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 31);

    @ParameterizedTest
    @MethodSource("bodies")
    void namesWhatIsMissingOrTooMuch(Body body, List<String> fields) {
        assertThat(body.problems()).extracting(FieldProblem::field).containsExactlyElementsOf(fields);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments(new FileSupplierDossier(Map.of("taxProof", true), null), List.of()),
                arguments(new FileSupplierDossier(Map.of(), null), List.of("facts")),
                arguments(new FileSupplierDossier(null, "x".repeat(2001)), List.of("facts", "note")),
                arguments(new SettleFinding(null, null, null, null), List.of("answer")),
                arguments(new SettleFinding(FindingAnswer.ACCEPT, null, null, null), List.of()),
                arguments(new SettleFinding(FindingAnswer.ACCEPT, "条件", DAY, null), List.of("condition", "dueOn")),
                arguments(
                        new SettleFinding(FindingAnswer.ACCEPT_WITH_CONDITION, " ", null, null),
                        List.of("condition", "dueOn")),
                arguments(new SettleFinding(FindingAnswer.ACCEPT_WITH_CONDITION, "条件", DAY, null), List.of()),
                arguments(new SettleFinding(FindingAnswer.REFUSE, null, null, " "), List.of("comment")),
                arguments(new SettleFinding(FindingAnswer.SUPPLEMENT, null, null, null), List.of("comment")),
                arguments(new CastVote(null, null), List.of("inFavour")),
                arguments(new CastVote(true, null), List.of()),
                arguments(new CastVote(false, ""), List.of("comment")));
    }
}
