package org.sluice.worker.query.served;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sluice.worker.query.wire.ListName;

/** What leads from one content to another. */
class ListContentTest {

    @Test
    void tellsWhatChanged() {
        ListContent before = content("A", "1", "B", "2", "D", "4");
        assertThat(before.changesTo(content("A", "1", "B", "2", "D", "4"), 0))
                .hasValueSatisfying(changes -> assertThat(changes).isEmpty());
        assertThat(before.changesTo(content("A", "1", "B", "x", "C-LONGER", "3"), 3))
                .hasValueSatisfying(changes -> assertThat(changes).hasSize(3));
        assertThat(before.changesTo(content("A", "1", "B", "x", "C-LONGER", "3"), 2))
                .isEmpty();
        assertThat(before.changesTo(content(), 3))
                .hasValueSatisfying(changes -> assertThat(changes).hasSize(3));
        assertThat(content().changesTo(before, 3))
                .hasValueSatisfying(changes -> assertThat(changes).hasSize(3));
    }

    private static ListContent content(String... pairs) {
        TreeMap<String, String> entries = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            entries.put(pairs[i], pairs[i + 1]);
        }
        ListRows rows = new ListRows(new ListName("risk"));
        entries.forEach((id, value) -> rows.add(2, id + "," + value));
        return rows.content();
    }
}
