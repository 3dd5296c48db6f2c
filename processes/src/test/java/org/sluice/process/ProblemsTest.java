package org.sluice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

    private final Problems problems = new Problems();

    @Test
    void namesEveryFieldThatIsMissing() {
        problems.required("title", " ")
                .required("classes", List.of())
                .required("urgency", null)
                .required("note", "x");
        assertThat(problems.list()).extracting(FieldProblem::field).containsExactly("title", "classes", "urgency");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        problems.atMost("title", "数".repeat(80), 80).atMost("title", "😀".repeat(80), 80);
        assertThat(problems.list()).isEmpty();
        problems.atMost("title", "数".repeat(81), 80);
        assertThat(problems.list()).containsExactly(new FieldProblem("title", "tooLong", 80));
    }

    @Test
    void keepsBothEndsOfARange() {
        problems.between("level", 1, 1, 5).between("level", 5, 1, 5).between("level", null, 1, 5);
        assertThat(problems.list()).isEmpty();
        problems.between("level", 0, 1, 5).between("level", 6, 1, 5);
        assertThat(problems.list()).hasSize(2).containsOnly(new FieldProblem("level", "outOfRange", 1, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "99999.99", "1.500", "999999999999.99", "1E+11"})
    void takesAnAmount(String amount) {
        assertThat(problems.amount("amount", new BigDecimal(amount)).list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.001", "1000000000000", "1E+12"})
    void refusesWhatIsNoAmount(String amount) {
        assertThat(problems.amount("amount", new BigDecimal(amount)).list())
                .containsExactly(new FieldProblem("amount", "amount"));
    }

    @Test
    void throwsOnlyWhenSomethingIsWrong() {
        assertThatCode(problems::orThrow).doesNotThrowAnyException();
        problems.add("title", "required");
        assertThatThrownBy(problems::orThrow)
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.problems()).hasSize(1));
    }
}
