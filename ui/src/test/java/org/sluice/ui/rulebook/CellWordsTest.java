package org.sluice.ui.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.process.Role;
import org.sluice.ui.fakes.Stage;

class CellWordsTest {

    private final Stage stage = new Stage();

    @BeforeEach
    void open() {
        stage.enterAs(Role.COMPLIANCE);
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "amount | `` | any",
                "amount | - | any",
                "amount | [0..100000) | from ¥0 to below ¥100,000",
                "amount | ]0..100000] | above ¥0, up to ¥100,000",
                "amount | (0..100000) | above ¥0, below ¥100,000",
                "amount | [1..2] | from ¥1 to ¥2",
                "amount | >= 0.5 | ¥0.5 and above",
                "catalogueSimilarity | < 0.5 | below 50%",
                "jrLevel | > 4 | above 4",
                "jrLevel | <=4 | up to 4",
                "jrLevel | 3, 4 | 3, or 4",
                "important | true | Yes",
                "decisionImpact | \"ADMISSION_REJECT\", \"LIMIT_OR_PRICE\" | Admission or rejection, or Limit or price",
                "method | not(\"SINGLE_SOURCE\") | anything but Single source",
                "method | not(\"SINGLE_SOURCE\", \"INQUIRY\") | anything but Single source, or Inquiry"
            })
    void saysAConditionInWords(String column, String feel, String words) {
        assertThat(CellWords.condition(column, feel)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "route | \"NEW_RISK\" | New, with impact on customers",
                "reviewers | \"DATA_INTAKE, RISK_MGMT\" | Data intake, Risk management",
                "committee | false | No",
                "slaWorkingDays | 15 | 15"
            })
    void saysAResultInWords(String column, String feel, String words) {
        assertThat(CellWords.result(column, feel)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"amount | if x then 1 else 2", "method | not(foo(\"A\"))", "amount | > limit"})
    void leavesWhatItDoesNotKnowAsItStands(String column, String feel) {
        assertThat(CellWords.condition(column, feel)).isEqualTo(feel);
    }
}
