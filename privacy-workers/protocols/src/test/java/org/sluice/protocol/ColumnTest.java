package org.sluice.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ColumnTest {

    private static final Column MIXED = Column.of(new byte[] {(byte) 0x80, 1, 2, 3, (byte) 0x80, 1, 0, 9}, 2);

    @Test
    void sortsRowsAsUnsignedNumbers() {
        assertThat(MIXED.sorted()).isEqualTo(Column.of(new byte[] {0, 9, 2, 3, (byte) 0x80, 1, (byte) 0x80, 1}, 2));
        assertThat(MIXED.isAscending()).isFalse();
        assertThat(MIXED.sorted().isAscending()).isTrue();
    }

    @Test
    void keepsEachRowOnce() {
        assertThat(MIXED.hasRepeats()).isTrue();
        assertThat(MIXED.distinct()).isEqualTo(Column.of(new byte[] {0, 9, 2, 3, (byte) 0x80, 1}, 2));
        assertThat(MIXED.distinct().hasRepeats()).isFalse();
    }

    @Test
    void countsRowsInCommon() {
        Column some = Column.of(new byte[] {1, 3, 5, 7}, 1);

        assertThat(some.countInCommon(Column.of(new byte[] {0, 3, 4, 7, 9}, 1))).isEqualTo(2);
        assertThat(some.countInCommon(some)).isEqualTo(4);
        assertThat(some.countInCommon(Column.of(new byte[0], 1))).isZero();
    }

    @Test
    void mayBeEmpty() {
        Column empty = Column.of(new byte[0], 32);

        assertThat(empty.count()).isZero();
        assertThat(empty.distinct()).isEqualTo(empty);
        assertThat(empty.isAscending()).isTrue();
    }

    @Test
    void refusesBytesThatDoNotDivide() {
        assertThatThrownBy(() -> Column.of(new byte[33], 32)).hasMessage("33 bytes do not divide into rows of 32");
        assertThatThrownBy(() -> Column.of(new byte[33], 0)).hasMessage("A row must be at least one byte wide, not 0");
    }

    @Test
    void cannotBeChangedFromOutside() {
        byte[] given = {1, 2};
        Column column = Column.of(given, 1);

        given[0] = 9;
        column.row(0)[0] = 9;
        column.rows(0, 2)[0] = 9;

        assertThat(column).isEqualTo(Column.of(new byte[] {1, 2}, 1));
    }
}
