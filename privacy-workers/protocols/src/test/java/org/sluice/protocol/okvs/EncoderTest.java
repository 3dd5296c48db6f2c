package org.sluice.protocol.okvs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;

class EncoderTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Cores cores = new Cores(threads, 2);
    private final Encoder encoder = new Encoder(cores, new SecureRandom());
    private final Decoder decoder = new Decoder(cores);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void saysEveryKeyOfEverySizeUpToThreeHundredAndSomeBeyond() {
        for (int count = 1; count <= 5000; count += count < 300 ? 1 : 97) {
            assertSaysAll(count, Shape.forKeys(count));
        }
    }

    @Test
    void saysEveryKeyOfALargeBinAndOfManyBins() {
        assertSaysAll(1 << 16, Shape.forKeys(1 << 16));
        assertSaysAll(100_001, Shape.forKeys(100_001));
        assertSaysAll(5000, Shape.of(5000, 7));
        assertSaysAll(3, Shape.of(3, 8));
    }

    private void assertSaysAll(int count, Shape shape) {
        Column keys = Samples.keys(count, count);
        Placement placement = Placement.of(keys, shape, Samples.seed(count), cores);
        long[] vector = encoder.encode(placement, keys).orElseThrow();

        assertThat(vector).hasSize(2 * shape.columns());
        assertThat(Samples.wrong(placement, decoder.decode(placement, vector), keys))
                .as("keys of %s that are not said", count)
                .isZero();
    }

    /** Another party, with other keys around the common ones, reads the same values. */
    @Test
    void saysAKeyWhoeverPlacesIt() {
        Column keys = Samples.keys(1000, 1);
        Shape shape = Shape.of(1000, 3);
        long[] vector = encoder.encode(Placement.of(keys, shape, Samples.seed(9), cores), keys)
                .orElseThrow();
        Column some = keys.rowsAt(new int[] {999, 3, 500, 4});
        Placement placement = Placement.of(some, shape, Samples.seed(9), cores);

        assertThat(Samples.wrong(placement, decoder.decode(placement, vector), some))
                .isZero();
    }

    /** Rows with the same three positions: one falls by peeling, the others need the dense columns. */
    @Test
    void closesAGapOfEqualRows() {
        for (int equal : new int[] {2, 3, 8}) {
            Column keys = Samples.keys(50, 2);
            Placement placement = planted(50, (row, sparse) -> row < equal ? RowHash.packed(4, 9, 2) : sparse);

            long[] vector = encoder.encode(placement, keys).orElseThrow();

            assertThat(peeling(placement).gap()).hasSize(equal - 1);
            assertThat(Samples.wrong(placement, decoder.decode(placement, vector), keys))
                    .isZero();
        }
    }

    /** All triples of five columns: every column is used by six rows, none can be peeled. */
    @Test
    void closesAGapOfCycles() {
        int[][] triples = {
            {0, 1, 2}, {0, 1, 3}, {0, 1, 4}, {0, 2, 3}, {0, 2, 4}, {0, 3, 4}, {1, 2, 3}, {1, 2, 4}, {1, 3, 4}, {2, 3, 4}
        };
        Column keys = Samples.keys(60, 3);
        Placement placement = planted(
                60,
                (row, sparse) -> row < 10 ? RowHash.packed(triples[row][0], triples[row][1], triples[row][2]) : sparse);

        long[] vector = encoder.encode(placement, keys).orElseThrow();

        assertThat(peeling(placement).gap()).hasSizeBetween(5, 9);
        assertThat(Samples.wrong(placement, decoder.decode(placement, vector), keys))
                .isZero();
    }

    @Test
    void givesUpWhereTheGapIsLargerThanTheDensePart() {
        Placement placement = planted(200, (row, sparse) -> RowHash.packed(row % 5, 5 + row % 3, 8 + row % 2));

        assertThat(encoder.encode(placement, Samples.keys(200, 4))).isEmpty();
    }

    @Test
    void givesUpWhereTwoRowsAreAlikeAndTheirKeysAreNot() {
        Shape shape = Shape.forKeys(2);
        long row = RowHash.packed(0, 1, 2);
        Placement placement =
                new Placement(shape, new int[] {0, 2}, new int[] {0, 1}, new long[] {row, row}, new long[] {5, 5});

        assertThat(encoder.encode(placement, Samples.keys(2, 5))).isEmpty();
    }

    @Test
    void givesUpWhereABinOverflows() {
        Column keys = Samples.keys(60, 6);
        Shape shape = new Shape(2, 10, 90, 50);

        assertThat(encoder.encode(Placement.of(keys, shape, Samples.seed(1), cores), keys))
                .isEmpty();
    }

    /** Every column is set anew in each encoding, those that no key determines too. */
    @Test
    void fillsEveryColumnAtRandom() {
        Column keys = Samples.keys(40, 7);
        Placement placement = Placement.of(keys, Shape.of(40, 2), Samples.seed(2), cores);
        long[] first = encoder.encode(placement, keys).orElseThrow();
        long[] second = encoder.encode(placement, keys).orElseThrow();

        int ones = 0;
        for (int i = 0; i < first.length; i++) {
            assertThat(first[i]).isNotEqualTo(second[i]);
            ones += Long.bitCount(first[i]);
        }
        double bits = 64.0 * first.length;
        assertThat(ones / bits).isBetween(0.5 - 3 / Math.sqrt(bits), 0.5 + 3 / Math.sqrt(bits));
    }

    @Test
    void refusesAVectorOfAnotherLength() {
        Column keys = Samples.keys(4, 8);
        Placement placement = Placement.of(keys, Shape.forKeys(4), Samples.seed(3), cores);
        long[] vector = new long[2 * Shape.forKeys(4).columns() - 2];

        assertThatThrownBy(() -> decoder.decode(placement, vector)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsThePositionsOfARowDifferentAndEvenlySpread() {
        Shape shape = new Shape(1, 3000, 5, 41);
        int[] uses = new int[5];
        Optional<Placement> placement =
                Optional.of(Placement.of(Samples.keys(3000, 9), shape, Samples.seed(4), cores));

        for (int place = 0; place < 3000; place++) {
            long sparse = placement.orElseThrow().sparse(place);
            int a = RowHash.position(sparse, 0);
            int b = RowHash.position(sparse, 1);
            int c = RowHash.position(sparse, 2);
            assertThat(a != b && b != c && a != c).isTrue();
            uses[a]++;
            uses[b]++;
            uses[c]++;
        }

        for (int count : uses) {
            assertThat(count).isBetween(1650, 1950);
        }
    }

    private interface Change {
        long sparse(int row, long sparse);
    }

    /** A placement of one bin in which some rows stand where the test wants them. */
    private Placement planted(int count, Change change) {
        Shape shape = Shape.forKeys(count);
        Placement honest = Placement.of(Samples.keys(count, 99), shape, Samples.seed(5), cores);
        int[] keys = honest.keys();
        long[] sparse = new long[count];
        long[] dense = new long[count];
        for (int place = 0; place < count; place++) {
            sparse[place] = change.sparse(place, honest.sparse(place));
            dense[place] = honest.dense(place);
        }
        return new Placement(shape, new int[] {0, count}, keys, sparse, dense);
    }

    private static Peeling peeling(Placement placement) {
        Peeling peeling = new Peeling(placement, 0, 63);
        assertThat(peeling.run()).isTrue();
        return peeling;
    }
}
