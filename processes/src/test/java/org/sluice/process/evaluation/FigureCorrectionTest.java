package org.sluice.process.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.process.FieldProblem;

/** A figure that cannot be is refused before it can move a grade. */
class FigureCorrectionTest {

    @ParameterizedTest
    @CsvSource({
        "NULL_RATE, 0, ''",
        "NULL_RATE, 100, ''",
        "NULL_RATE, 100.01, outOfRange",
        "NULL_RATE, 120, outOfRange",
        "NULL_RATE, -0.5, outOfRange",
        "HIT_RATE, -3.5, ''",
        "HIT_RATE, -101, outOfRange",
        "EFFECT, 0.9, outOfRange",
        "EFFECT, 5, ''",
        "COST, 1e30, outOfRange",
        "RESPONSE_TIME, 250, ''",
        "STABILITY, 0.12345, figure",
    })
    void liesWithinWhatItsItemCanBe(ScoreItem item, BigDecimal figure, String problem) {
        var body = new ReviewObjection(true, List.of(new FigureCorrection(item, figure, null)), "As the logs show.");

        assertThat(body.problems())
                .extracting(FieldProblem::key)
                .isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
        assertThat(body.problems()).allMatch(each -> each.field().equals("corrections[0].figure"));
    }
}
