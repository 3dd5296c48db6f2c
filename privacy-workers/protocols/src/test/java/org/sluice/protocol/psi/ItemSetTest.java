package org.sluice.protocol.psi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.protocol.Column;

class ItemSetTest {

    @ParameterizedTest
    @EnumSource(Hashing.class)
    void isTheSameFromAColumnAsFromSingleItems(Hashing hashing) {
        Terms terms = terms(hashing);
        List<byte[]> items = List.of(bytes("bbb"), bytes("aaa"), bytes("bbb"), bytes("ccc"));

        ItemSet single = ItemSet.of(items, terms);
        ItemSet flat = ItemSet.of(Column.of(bytes("bbbaaabbbccc"), 3), terms);

        assertThat(flat.hashes()).isEqualTo(single.hashes());
        assertThat(flat.count()).isEqualTo(3);
        assertThat(flat.intersection(new int[] {0, 1, 2}, 5)).isEqualTo(new Intersection(new int[] {0, 1, 3}, 3, 5));
        assertThat(single.intersection(new int[] {2, 0, 1}, 5)).isEqualTo(new Intersection(new int[] {0, 1, 3}, 3, 5));
    }

    /** The hash of the sheet: over label, salt, length and item. */
    @ParameterizedTest
    @EnumSource(Hashing.class)
    void hashesLabelSaltLengthAndItem(Hashing hashing) {
        byte[] input = new byte[14 + 16 + 4 + 3];
        System.arraycopy(bytes("sluice/item/v1"), 0, input, 0, 14);
        System.arraycopy(bytes("salt of this job"), 0, input, 14, 16);
        input[33] = 3;
        System.arraycopy(bytes("abc"), 0, input, 34, 3);
        Terms terms =
                new Terms(new Method("any/v1", "any", hashing), Output.ONE_LEARNS, bytes("salt of this job"), 0, 9);

        assertThat(ItemSet.of(List.of(bytes("abc")), terms).hashes().row(0))
                .isEqualTo(Column.of(hashing.digest().digest(input), 16).row(0));
    }

    @ParameterizedTest
    @EnumSource(Hashing.class)
    void growsWithWhatIsGivenAndSeparatesLengths(Hashing hashing) {
        List<byte[]> items = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            items.add(new byte[i]);
        }

        assertThat(ItemSet.of(items::iterator, terms(hashing)).count()).isEqualTo(3000);
    }

    @ParameterizedTest
    @EnumSource(Hashing.class)
    void hashesRowsAsItHashesThemWhole(Hashing hashing) {
        Column rows = Column.of(bytes("aaabbb"), 3);

        Column hashed = hashing.ofRows("label", bytes("context"), rows, 7);

        assertThat(hashed.count()).isEqualTo(2);
        assertThat(hashed.row(1)).isEqualTo(Arrays.copyOf(hashing.digest().digest(bytes("labelcontextbbb")), 7));
    }

    private static Terms terms(Hashing hashing) {
        return new Terms(new Method("any/v1", "any", hashing), Output.ONE_LEARNS, new byte[16], 0, 5000);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
