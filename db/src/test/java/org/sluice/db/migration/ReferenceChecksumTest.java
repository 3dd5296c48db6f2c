package org.sluice.db.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReferenceChecksumTest {

    private static final UnaryOperator<String> FILES = table -> "code,name\n" + table + ",x\n";

    @Test
    void changesWithAnyLetterOfAnyFile() {
        int now = R__reference_data.checksum(FILES);

        for (ReferenceTable table : R__reference_data.TABLES) {
            assertThat(R__reference_data.checksum(
                            name -> FILES.apply(name).replace("x", name.equals(table.name()) ? "y" : "x")))
                    .as(table.name())
                    .isNotEqualTo(now);
        }
    }

    @Test
    void doesNotDependOnHowACheckoutEndsItsLines() {
        assertThat(R__reference_data.checksum(name -> FILES.apply(name).replace("\n", "\r\n")))
                .isEqualTo(R__reference_data.checksum(FILES));
    }
}
