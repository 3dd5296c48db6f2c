package org.sluice.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTest {

    private static final Column MIXED = Column.of(new byte[] {(byte) 0x80, 1, 2, 3, (byte) 0x80, 1, 0, 9}, 2);

    @Test
    void sortsRowsAsUnsignedNumbers() {
        assertThat(MIXED.sorted()).isEqualTo(Column.of(new byte[] {0, 9, 2, 3, (byte) 0x80, 1, (byte) 0x80, 1}, 2));
        assertThat(MIXED.isAscending()).isFalse();
        assertThat(MIXED.sorted().isAscending()).isTrue();
        assertThat(MIXED.sorted().ascendsStrictly()).isFalse();
        assertThat(MIXED.distinct().ascendsStrictly()).isTrue();
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

    @Test
    void namesTheFirstOfEqualRows() {
        assertThat(MIXED.ascendingOrder()).containsExactly(3, 1, 0, 2);
        assertThat(MIXED.firstOfEach()).containsExactly(3, 1, 0);
        assertThat(MIXED.rowsAt(new int[] {3, 3})).isEqualTo(Column.of(new byte[] {0, 9, 0, 9}, 2));
        assertThat(MIXED.slice(1, 3)).isEqualTo(Column.of(new byte[] {2, 3, (byte) 0x80, 1}, 2));
    }

    @Test
    void findsItsRowsInAnotherWhateverTheOrder() {
        Column other = Column.of(new byte[] {7, 7, (byte) 0x80, 1, 0, 9, 0, 9}, 2);

        assertThat(MIXED.indexesFoundIn(other)).containsExactly(0, 2, 3);
        assertThat(MIXED.distinct().indexesInCommon(other.distinct())).containsExactly(0, 2);
    }

    @Test
    void readsEightBytesAsOneNumber() {
        Column column =
                Column.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, (byte) 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 10);

        assertThat(column.longAt(0, 1)).isEqualTo(0x0203040506070809L);
        assertThat(column.longAt(1, 2)).isEqualTo(1);
        assertThat(MIXED.firstByte(0)).isEqualTo(0x80);
        assertThatThrownBy(() -> column.longAt(1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** Rows that agree in their first bytes, in many widths, against the plainest of all sorts. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 6, 9, 16, 33})
    void sortsAsTheObviousSortDoes(int width) {
        Random random = new Random(width);
        byte[][] rows = new byte[3000][width];
        for (byte[] row : rows) {
            int alike = random.nextInt(width + 1);
            for (int i = 0; i < width; i++) {
                row[i] = (byte) (i < alike ? 0x7f + i % 2 : random.nextInt(4) * 85);
            }
        }
        byte[] joined = join(rows);
        Map<ByteBuffer, Integer> first = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            first.putIfAbsent(ByteBuffer.wrap(rows[i]), i);
        }
        Arrays.sort(rows, Arrays::compareUnsigned);

        assertThat(Column.of(joined, width).sorted()).isEqualTo(Column.of(join(rows), width));
        assertThat(Column.of(joined, width).firstOfEach())
                .containsExactly(Arrays.stream(rows)
                        .map(ByteBuffer::wrap)
                        .distinct()
                        .mapToInt(first::get)
                        .toArray());
    }

    private static byte[] join(byte[][] rows) {
        ByteBuffer joined = ByteBuffer.allocate(rows.length * rows[0].length);
        for (byte[] row : rows) {
            joined.put(row);
        }
        return joined.array();
    }
}
