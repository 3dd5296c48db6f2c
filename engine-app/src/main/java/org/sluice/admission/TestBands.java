package org.sluice.admission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sluice.rulebook.Parameters;
import org.sluice.rules.facts.TestBand;
import org.springframework.stereotype.Component;

/** In which band a score lies, which of a match test alone is the match rate in percent; a band includes its lower and not its upper end. */
@Component
class TestBands {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private final Parameters parameters;

    TestBands(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Rounded down, so that no rate reaches a limit by rounding. */
    static BigDecimal percent(long matched, long size) {
        return HUNDRED.multiply(BigDecimal.valueOf(matched))
                .divide(BigDecimal.valueOf(size), DECIMALS, RoundingMode.DOWN);
    }

    TestBand of(BigDecimal score) {
        if (score.compareTo(parameters.number("admission.test.lowPercent")) < 0) {
            return TestBand.LT60;
        }
        return score.compareTo(parameters.number("admission.test.highPercent")) < 0 ? TestBand.B60_75 : TestBand.GE75;
    }
}
