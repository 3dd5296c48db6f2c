package org.sluice.worker.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.protocol.Column;

/** Items come to lie in buckets, each once, filled up so that no bucket tells how many it holds. */
class SpreadingTest {

    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void putEachItemIntoOneBucketAndKnowsItsPosition() {
        SpreadSet set = Numbers.spread(folder, Numbers.from(0, 20_000), 4);

        int[] positions = IntStream.range(0, 4)
                .mapToObj(bucket -> set.filled(bucket, random).positions())
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
        assertThat(set.plan().items()).isEqualTo(20_000);
        assertThat(positions).isEqualTo(IntStream.range(0, 20_000).toArray());
    }

    @Test
    void fillEachBucketToTheSameSizeWithRowsThatAreNewEachTime() {
        SpreadSet set = Numbers.spread(folder, Numbers.from(0, 1000), 3);
        int capacity = set.plan().capacity();

        for (int bucket = 0; bucket < 3; bucket++) {
            SpreadSet.Filled once = set.filled(bucket, random);
            SpreadSet.Filled again = set.filled(bucket, random);
            int own = once.positions().length;
            assertThat(once.rows().count()).isEqualTo(capacity);
            assertThat(own).isLessThan(capacity);
            assertThat(once.rows().hasRepeats()).isFalse();
            assertThat(once.rows().slice(0, own)).isEqualTo(again.rows().slice(0, own));
            assertThat(once.rows().slice(own, capacity))
                    .isNotEqualTo(again.rows().slice(own, capacity));
        }
    }

    @Test
    void countARepeatedItemOnceAtItsFirstPosition() {
        Spreading spreading = Spreading.into(folder, Numbers.SALT, 2);
        spreading.add(Numbers.from(5, 3));
        spreading.add(Numbers.from(6, 4));
        spreading.add(new byte[] {0, 0, 0, 5});

        SpreadSet set = spreading.finish();

        assertThat(set.plan().items()).isEqualTo(5);
        assertThat(positions(set)).containsExactly(0, 1, 2, 5, 6);
    }

    @Test
    void spreadUnlikeUnderAnotherSalt() {
        byte[] other = Numbers.SALT.clone();
        other[0] = 1;
        Column one =
                Numbers.spread(folder, Numbers.from(0, 1), 1).filled(0, random).rows();
        Spreading spreading = Spreading.into(folder, other, 1);
        spreading.add(Numbers.from(0, 1));

        assertThat(spreading.finish().filled(0, random).rows()).isNotEqualTo(one);
    }

    @Test
    void takeItemsOfAnyLengthAndLeaveNothingWhenDeleted() {
        Spreading spreading = Spreading.into(folder, Numbers.SALT, 2);
        spreading.add(new byte[0]);
        spreading.add(new byte[1]);
        spreading.add(new byte[1024]);
        SpreadSet set = spreading.finish();

        assertThat(positions(set)).containsExactly(0, 1, 2);
        set.delete();
        assertThat(folder).isEmptyDirectory();
    }

    private int[] positions(SpreadSet set) {
        return IntStream.range(0, 2)
                .flatMap(bucket -> Arrays.stream(set.filled(bucket, random).positions()))
                .sorted()
                .toArray();
    }
}
