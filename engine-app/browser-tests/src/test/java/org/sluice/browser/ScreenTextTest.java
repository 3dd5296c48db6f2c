package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "method.UNKNOWN",
                "Zeile fact.addedForRisk hier",
                "Urgency.NORMAL",
                "还剩 {0} 天",
                "a value that is undefined",
                "NaN %",
                "[object Object]",
                "java.lang.NullPointerException"
            })
    void findsWhatIsNoLanguage(String text) {
        assertThat(ScreenText.slips(text)).isNotEmpty();
    }

    @Test
    void leavesAlonePlainWordsAddressesAndMarks() {
        assertThat(ScreenText.slips("Powered by bpmn.io. 2.5 % of cases. Data for small firms: DP-00174 (55 %), "
                        + "platform-ops@example.com, https://role.example/task.html"))
                .isEmpty();
    }
}
