package org.sluice.protocol.pir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;

/** Columns come back as they stand in the table, hints follow it, and what is malformed is refused. */
class RetrievalTest {

    private static final Cores CORES = new Cores(ForkJoinPool.commonPool(), 1);
    private static final Shape SHAPE = new Shape(67, 5004);
    private static final byte[] SEED = new byte[32];

    private final Database table = filled();
    private final Hint hint = table.hint(SEED, 7, CORES);

    private static Database filled() {
        Database table = new Database(SHAPE);
        Random random = new Random(5);
        byte[] column = new byte[SHAPE.rows()];
        for (int i = 0; i < SHAPE.columns(); i++) {
            random.nextBytes(column);
            table.rewrite(i, 0, column, new Changes());
        }
        return table;
    }

    private byte[] read(int column, Hint known) {
        PreparedQuery query =
                PreparedQuery.prepare(1, known, new SecureRandom()).get(0);
        byte[] asked = query.ask(column);
        byte[] answer = table.answer(asked, CORES);
        assertThat(asked).hasSize(4 * SHAPE.columns());
        assertThat(answer).hasSize(4 * SHAPE.rows());
        return query.open(answer, known);
    }

    @Test
    void readsAnyColumn() {
        for (int column : new int[] {0, 1, 2, 3, 4095, 4096, 5003}) {
            assertThat(read(column, hint)).isEqualTo(table.column(column));
        }
    }

    @Test
    void hintIsTheTableTimesTheMatrix() {
        int[][] matrix = PublicMatrix.room(SHAPE.columns());
        new PublicMatrix(SEED).rows(0, SHAPE.columns(), matrix);
        for (int row : new int[] {0, 31, 66}) {
            int[] expected = new int[Lwe.DIMENSION];
            for (int column = 0; column < SHAPE.columns(); column++) {
                Words.addMultiple(table.get(row, column), matrix[column], expected);
            }
            assertThat(hint.rows()[row]).isEqualTo(expected);
        }
    }

    @Test
    void updatesLeadToTheHintOfTheChangedTable() {
        Changes changes = new Changes();
        table.rewrite(9, 3, new byte[] {1, 2, -1}, changes);
        table.rewrite(9, 4, new byte[] {77}, changes);
        table.rewrite(5003, 66, new byte[] {(byte) (table.get(66, 5003) + 1)}, changes);
        HintUpdate update = changes.updateOf(hint);
        assertThat(update.toBytes()).hasSize(48 + 9 * update.entries());
        Hint next = HintUpdate.of(update.toBytes(), SHAPE).appliedTo(hint);
        assertThat(next.toBytes()).isEqualTo(table.hint(SEED, 8, CORES).toBytes());
        assertThat(read(9, next)).isEqualTo(table.column(9));
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> update.appliedTo(next))
                .withMessageContaining("another version");
    }

    @Test
    void everyAlteredByteOfAnUpdateIsMisbehaviour() {
        Changes changes = new Changes();
        table.rewrite(9, 3, new byte[] {(byte) (table.get(3, 9) + 1)}, changes);
        byte[] bytes = changes.updateOf(hint).toBytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] altered = bytes.clone();
            altered[i] ^= 1;
            assertThatExceptionOfType(Misbehaviour.class)
                    .as("byte %d", i)
                    .isThrownBy(() -> HintUpdate.of(altered, SHAPE).appliedTo(hint));
        }
    }

    @Test
    void bytesComeBackAndWrongLengthsDoNot() {
        byte[] bytes = hint.toBytes();
        assertThat(bytes).hasSize(52 + 5120 * SHAPE.rows());
        assertThat(Hint.of(bytes).digest()).isEqualTo(hint.digest());
        bytes[bytes.length - 1] ^= 1;
        assertThat(Hint.of(bytes).digest()).isNotEqualTo(hint.digest());
        assertThat(Database.of(table.toBytes()).column(17)).isEqualTo(table.column(17));
        assertThatIllegalArgumentException().isThrownBy(() -> Database.of(new byte[12]));
        assertThatExceptionOfType(Misbehaviour.class).isThrownBy(() -> Hint.of(new byte[60]));
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> table.answer(new byte[SHAPE.queryLength() - 4], CORES));
        PreparedQuery query = PreparedQuery.prepare(1, hint, new SecureRandom()).get(0);
        query.ask(0);
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> query.open(new byte[SHAPE.answerLength() + 4], hint));
    }

    @Test
    void asksOnce() {
        PreparedQuery query = PreparedQuery.prepare(1, hint, new SecureRandom()).get(0);
        query.ask(0);
        assertThatIllegalStateException().isThrownBy(() -> query.ask(0));
    }

    @Test
    void refusesShapesThatDecodeWrongly() {
        assertThat(Shape.log2OfFailure(2112, 1 << 16)).isLessThan(-250);
        assertThat(new Shape(1, 1 << 18).queryLength()).isEqualTo(1 << 20);
        assertThatIllegalArgumentException().isThrownBy(() -> new Shape(1, 1 << 20));
    }

    @Test
    void decodesWronglyBeyondHalfAStep() {
        int word = 200 << Lwe.SCALE;
        assertThat(PreparedQuery.rounded(word + (1 << 23) - 1)).isEqualTo((byte) 200);
        assertThat(PreparedQuery.rounded(word - (1 << 23))).isEqualTo((byte) 200);
        assertThat(PreparedQuery.rounded(word + (1 << 23))).isEqualTo((byte) 201);
    }

    @Test
    void samplesFollowTheTable() {
        long[] beyond = Gaussian.beyond();
        int[] more = new int[beyond.length];
        double squares = 0;
        Random random = new Random(3);
        int count = 1_000_000;
        for (int i = 0; i < count; i++) {
            int sample = Gaussian.sample(random.nextLong());
            squares += (double) sample * sample;
            for (int size = 0; size < Math.abs(sample); size++) {
                more[size]++;
            }
        }
        assertThat(Math.sqrt(squares / count)).isBetween(6.37, 6.43);
        for (int size = 0; size < beyond.length; size++) {
            double chance = beyond[size] / Math.pow(2, 63);
            double tolerated = 6 * Math.sqrt(count * chance) + 3;
            assertThat((double) more[size]).isBetween(count * chance - tolerated, count * chance + tolerated);
        }
    }
}
