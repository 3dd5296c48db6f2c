package org.sluice.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CreditCodeTest {

    @Test
    void checkCharacterFollowsTheStandard() {
        var code = CreditCode.of("91", 12345678);

        assertThat(code).startsWith("9199000012345678").hasSize(18);
        assertThat(code.charAt(17)).isEqualTo(CreditCode.check(code));
    }

    @Test
    void checkCharacterSeesEveryChangedCharacter() {
        var code = CreditCode.of("12", 20_000_001);
        for (int i = 0; i < 17; i++) {
            var changed = code.charAt(i) == '7' ? '8' : '7';
            var other = code.substring(0, i) + changed + code.substring(i + 1);
            assertThat(CreditCode.check(other)).as("position " + i).isNotEqualTo(code.charAt(17));
        }
    }
}
