package org.sluice.protocol.psi.unbalanced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sluice.protocol.Column;

/** Rows behave as sets of unsigned numbers do. */
class TagSetTest {

    private static Column column(Iterable<Integer> numbers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int number : numbers) {
            bytes.write(number >>> 8);
            bytes.write(number);
        }
        return Column.owning(bytes.toByteArray(), 2);
    }

    private static TreeSet<Integer> drawn(Random random, int count) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            // Both signs of the first byte, and so close together that sets overlap.
            numbers.add(32_700 + random.nextInt(200));
        }
        return numbers;
    }

    @Test
    void unionDifferenceAndLookUpAreThoseOfSets() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            TreeSet<Integer> left = drawn(random, random.nextInt(60));
            TreeSet<Integer> right = drawn(random, random.nextInt(60));
            TagSet a = TagSet.of(column(left.descendingSet()));
            TagSet b = TagSet.ascending(column(right));
            TreeSet<Integer> union = new TreeSet<>(left);
            union.addAll(right);
            TreeSet<Integer> difference = new TreeSet<>(left);
            difference.removeAll(right);
            List<Integer> asked = List.copyOf(drawn(random, 40).descendingSet());

            assertThat(a.plus(b)).isEqualTo(TagSet.ascending(column(union)));
            assertThat(a.minus(b)).isEqualTo(TagSet.ascending(column(difference)));
            assertThat(a.find(column(asked)))
                    .containsExactly(IntStream.range(0, asked.size())
                            .filter(i -> left.contains(asked.get(i)))
                            .toArray());
        }
    }

    @Test
    void rowsOutOfOrderOrTwiceAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> TagSet.ascending(column(List.of(1, 40_000, 3))));
        assertThatIllegalArgumentException().isThrownBy(() -> TagSet.ascending(column(List.of(1, 40_000, 40_000))));
        assertThat(TagSet.of(column(List.of(40_000, 1, 40_000))).count()).isEqualTo(2);
    }

    @Test
    void changesOneAfterTheOtherAreThoseFromTheFirstToTheLast() {
        Random random = new Random(6);
        for (int round = 0; round < 100; round++) {
            TagSet[] versions = new TagSet[4];
            for (int i = 0; i < versions.length; i++) {
                versions[i] = TagSet.ascending(column(drawn(random, 50)));
            }
            Changes changes = between(versions[0], versions[1])
                    .then(between(versions[1], versions[2]))
                    .then(between(versions[2], versions[3]));

            assertThat(changes).isEqualTo(between(versions[0], versions[3]));
            assertThat(changes.appliedTo(versions[0])).isEqualTo(versions[3]);
        }
    }

    private static Changes between(TagSet before, TagSet after) {
        return new Changes(before.minus(after), after.minus(before));
    }
}
