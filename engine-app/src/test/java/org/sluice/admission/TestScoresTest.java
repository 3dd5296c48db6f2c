package org.sluice.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.rules.facts.DataProductFacts;
import org.sluice.rules.facts.TestBand;
import org.sluice.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The score of domain section 3.3.7, item by item on either side of each limit; what does not apply is not divided by. */
@HouseTest
class TestScoresTest {

    @Autowired
    private TestScores scores;

    @Autowired
    private TestBands bands;

    @ParameterizedTest
    @CsvSource({
        // accuracy, coverage, empty, long empty, double, days, ks, kind, score
        "0.98, 0.95, 0.01, 0.10, 0.005, 30, 0.10, VARIABLE, 100.00",
        "0.979, 0.95, 0.01, 0.10, 0.005, 30, 0.10, VARIABLE, 85.00",
        "0.949, 0.95, 0.01, 0.10, 0.005, 30, 0.10, VARIABLE, 70.00",
        "0.98, 0.949, 0.01, 0.10, 0.005, 30, 0.10, VARIABLE, 87.50",
        "0.98, 0.90, 0.01, 0.10, 0.005, 30, 0.10, VARIABLE, 87.50",
        "0.98, 0.899, 0.01, 0.10, 0.005, 30, 0.10, VARIABLE, 75.00",
        "0.98, 0.95, 0.011, 0.10, 0.005, 30, 0.10, VARIABLE, 92.50",
        "0.98, 0.95, 0.01, 0.21, 0.005, 30, 0.10, VARIABLE, 85.00",
        "0.98, 0.95, 0.01, 0.10, 0.01, 30, 0.10, VARIABLE, 92.50",
        "0.98, 0.95, 0.01, 0.10, 0.011, 30, 0.10, VARIABLE, 85.00",
        "0.98, 0.95, 0.01, 0.10, 0.005, 31, 0.10, VARIABLE, 90.00",
        "0.98, 0.95, 0.01, 0.10, 0.005, 30, 0.099, VARIABLE, 80.00",
        "0.98, 0.95, 0.01, 0.10, 0.005, 30, 0.199, SCORE, 80.00",
        "0.98, 0.95, 0.01, 0.10, 0.005, 30, 0.20, SCORE, 100.00",
        "0.96, 0.95, 0.01, 0.10, 0.005, 30, 0.0, RECORD, 81.25"
    })
    void addsUpWhatIsEarned(
            String accuracy,
            String coverage,
            String keyNull,
            String longNull,
            String doubles,
            int days,
            String ks,
            String kind,
            BigDecimal score) {
        var known = new LinkedHashMap<String, Object>();
        known.put("dataClass", "TAX");
        known.put("productKind", kind);
        known.put("accuracyRate", accuracy);
        known.put("coverageRate", coverage);
        known.put("keyNullRate", keyNull);
        known.put("descriptiveNullRate", longNull);
        known.put("dupRate", doubles);
        known.put("freshnessDays", days);
        known.put("ks", ks);

        assertThat(scores.of(DataProductFacts.of(known)).value()).isEqualByComparingTo(score);
    }

    @Test
    void whatIsFreshDependsOnTheClass() {
        var known = new LinkedHashMap<String, Object>();
        known.put("freshnessDays", 4);
        known.put("accuracyRate", "0.99");
        known.put("dataClass", "BUSINESS_REGISTRATION");
        assertThat(scores.of(DataProductFacts.of(known)).value()).isEqualByComparingTo("75");
        known.put("dataClass", "JUDICIAL");
        assertThat(scores.of(DataProductFacts.of(known)).value()).isEqualByComparingTo("100");
    }

    @Test
    void roundsDown() {
        var known = new LinkedHashMap<String, Object>();
        known.put("accuracyRate", "0.96");
        known.put("coverageRate", "0.95");
        known.put("keyNullRate", "0.03");
        known.put("freshnessDays", 30);
        known.put("dataClass", "TAX");
        var score = scores.of(DataProductFacts.of(known)).value();
        assertThat(score).isEqualByComparingTo("62.50");
        assertThat(bands.of(score)).isEqualTo(TestBand.B60_75);
    }
}
