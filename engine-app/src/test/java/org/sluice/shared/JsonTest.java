package org.sluice.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import org.junit.jupiter.api.Test;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.Withdraw;

class JsonTest {

    private final Json json = new Json(new ObjectMapper());

    @Test
    void namesTheBodyThatIsNotThere() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> json.posted(NullNode.instance, Withdraw.class))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .singleElement()
                        .extracting(FieldProblem::field)
                        .isEqualTo("body"));
    }
}
