package org.sluice.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.worker.data.DemoData.Window;

class DemoDataTest {

    private static final int BANK = 20_000;
    private static final int SUPPLIER = 50_000;
    private static final int OFFSET = 7_400;

    @ParameterizedTest
    @EnumSource
    void overlapsInTheKnownNumber(Schema schema) {
        Set<String> bank = identifiers(new Window(schema, 2026, 0, BANK));
        Set<String> supplier = identifiers(new Window(schema, 2026, OFFSET, SUPPLIER));

        assertThat(bank).hasSize(BANK);
        assertThat(supplier).hasSize(SUPPLIER);
        Set<String> common = new HashSet<>(bank);
        common.retainAll(supplier);
        assertThat(common).hasSize(BANK - OFFSET);
    }

    @ParameterizedTest
    @EnumSource
    void isValidRecognisablyInventedAndTheSameEveryTime(Schema schema) {
        Window window = new Window(schema, 7, 100, 500);

        assertThat(identifiers(window)).allSatisfy(identifier -> {
            assertThat(schema.check(identifier)).isEmpty();
            assertThat(identifier.substring(schema == Schema.USCC ? 2 : 0)).startsWith("990000");
        });
        assertThat(DemoData.rows(window)).isEqualTo(DemoData.rows(window));
        assertThat(DemoData.rows(window)).isNotEqualTo(DemoData.rows(new Window(schema, 8, 100, 500)));
    }

    private static Set<String> identifiers(Window window) {
        return DemoData.rows(window).stream().map(Schema::normalised).collect(Collectors.toSet());
    }
}
