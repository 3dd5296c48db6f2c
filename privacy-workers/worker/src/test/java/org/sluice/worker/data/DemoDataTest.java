package org.sluice.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.worker.data.DemoData.Window;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.WorkerFolder;

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

    /** The same rows as without, and an identifier's value is the same in every window that holds it. */
    @ParameterizedTest
    @EnumSource
    void givesEachIdentifierAValueWhereWanted(Schema schema) {
        Window window = new Window(schema, 7, 100, 500, true);
        List<String> rows = DemoData.rows(window);

        assertThat(rows)
                .extracting(row -> row.substring(0, row.indexOf(',')))
                .isEqualTo(DemoData.rows(new Window(schema, 7, 100, 500)));
        assertThat(DemoData.rows(window)).isEqualTo(rows);
        Map<String, Long> values = values(window);
        Map<String, Long> common = values(new Window(schema, 7, 400, 1000, true));
        common.keySet().retainAll(values.keySet());
        assertThat(common).hasSize(200);
        assertThat(values).containsAllEntriesOf(common);
        assertThat(values(new Window(schema, 8, 100, 500, true)).values()).isNotEqualTo(List.copyOf(values.values()));
    }

    @Test
    void letsManyOweLittleAndFewOweMuch() {
        long[] values = values(new Window(Schema.USCC, 2026, 0, BANK, true)).values().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();

        assertThat(values[0]).isEqualTo(1);
        assertThat(values[BANK - 1]).isBetween(49_000L, 50_000L);
        assertThat(values[BANK / 2]).isBetween(150L, 300L);
        assertThat(Arrays.stream(values).average().orElseThrow()).isBetween(4_000.0, 5_500.0);
    }

    @Test
    void isADataSetWithValuesOnceWritten(@TempDir Path root) {
        WorkerFolder folder = WorkerFolder.create(root.resolve("bank"));
        Identity.create(folder, new PartyId("bank"), Instant.EPOCH, new SecureRandom());
        Window window = new Window(Schema.ID_NUMBER, 7, 100, 500, true);
        DemoData.write(folder, "owed", window);

        DataSet owed = new DataSets(folder).read("owed");

        assertThat(owed.schema()).isEqualTo(Schema.ID_NUMBER);
        assertThat(owed.values().orElseThrow().toArray())
                .containsExactly(new TreeMap<>(values(window))
                        .values().stream().mapToLong(Long::longValue).toArray());
    }

    private static Map<String, Long> values(Window window) {
        return DemoData.rows(window).stream()
                .map(row -> row.split(","))
                .collect(Collectors.toMap(row -> Schema.normalised(row[0]), row -> Long.parseLong(row[1])));
    }

    private static Set<String> identifiers(Window window) {
        return DemoData.rows(window).stream().map(Schema::normalised).collect(Collectors.toSet());
    }
}
