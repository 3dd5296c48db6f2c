package org.sluice.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    /** The examples of the standards themselves: GB 32100-2015, GB 11643-1999. */
    @Test
    void acceptsTheStandardsExamples() {
        assertThat(Schema.USCC.check("91350100M000100Y43")).isEmpty();
        assertThat(Schema.ID_NUMBER.check("11010519491231002X")).isEmpty();
        assertThat(Schema.ID_NUMBER.check("440524188001010014")).isEmpty();
    }

    /** Every wrong character in every place; 31 is prime and so is 11, and no weight is zero. */
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "110105194912310021"})
    void noticesAnyOneWrongCharacter(String good) {
        Schema schema = good.startsWith("91") ? Schema.USCC : Schema.ID_NUMBER;
        String whole = schema == Schema.USCC ? good : good.substring(0, 17) + "X";
        for (int place = 0; place < whole.length(); place++) {
            for (char other : "0123456789".toCharArray()) {
                String changed = whole.substring(0, place) + other + whole.substring(place + 1);
                assertThat(schema.check(changed).isEmpty()).as(changed).isEqualTo(changed.equals(whole));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "USCC, 91350100M000100Y4, not 18 characters",
        "USCC, 91350100I000100Y43, a character that codes do not use",
        "USCC, 91350100M000100Y44, wrong check character",
        "ID_NUMBER, 1101051949123100X2, a character that numbers do not use",
        "ID_NUMBER, 110105194902310021, no date of birth",
        "ID_NUMBER, 110105491231002, not 18 characters"
    })
    void saysWhatIsWrong(Schema schema, String identifier, String wrong) {
        assertThat(schema.check(identifier)).contains(wrong);
    }

    @Test
    void knowsOneSpelling() {
        assertThat(Schema.normalised(" \u3000９１３５０１００ｍ０００１００ｙ４３ ")).isEqualTo("91350100M000100Y43");
        assertThat(Schema.normalised("11010519491231002x")).isEqualTo("11010519491231002X");
    }
}
