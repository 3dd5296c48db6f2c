package org.sluice.worker.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    /** RFC 8785, section 3.2.3: its example of sorting, whose names are not in the order of code points. */
    @Test
    void sortsNamesByTheirUtf16UnitsAsTheRfcDoes() throws IOException {
        String rfc = """
                {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",
                "1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}
                """;

        assertThat(canonical(rfc))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** RFC 8785, section 3.2.2: the strings and literals of its example. */
    @Test
    void escapesWhatMustBeEscapedAndNothingElse() throws IOException {
        String rfc =
                "{ \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\", \"literals\": [null, true, false] }";

        assertThat(canonical(rfc))
                .isEqualTo("{\"literals\":[null,true,false],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @ParameterizedTest
    @CsvSource({"9007199254740991, 9007199254740991", "-12, -12", "0, 0"})
    void spellsWholeNumbersInDigits(String number, String spelled) throws IOException {
        assertThat(canonical("[" + number + "]")).isEqualTo("[" + spelled + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, not whole",
        "9007199254740992, too great",
        "1e400, not whole",
        "\"\\ud83d\", middle of a character"
    })
    void refusesWhatHasNoCanonicalFormHere(String value, String said) {
        assertThatThrownBy(() -> canonical("[" + value + "]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    private static String canonical(String json) throws IOException {
        return new String(CanonicalJson.of(new ObjectMapper().readTree(json)), StandardCharsets.UTF_8);
    }
}
