package org.sluice.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.rules.facts.TestBand;
import org.sluice.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/** One match on either side of each limit; no rate reaches a limit by rounding. */
@HouseTest
class TestBandsTest {

    @Autowired
    private TestBands bands;

    @ParameterizedTest
    @CsvSource({
        "0, 20000, LT60",
        "11999, 20000, LT60",
        "599999, 1000000, LT60",
        "12000, 20000, B60_75",
        "14999, 20000, B60_75",
        "749999, 1000000, B60_75",
        "15000, 20000, GE75",
        "20000, 20000, GE75"
    })
    void aBandIncludesItsLowerEnd(long matched, long size, TestBand band) {
        assertThat(bands.of(TestBands.percent(matched, size))).isEqualTo(band);
    }
}
