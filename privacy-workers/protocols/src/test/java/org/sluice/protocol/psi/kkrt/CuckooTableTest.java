package org.sluice.protocol.psi.kkrt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;

class CuckooTableTest {

    private static final byte[] BAD_SALT = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

    private final SecureRandom random = new SecureRandom();
    private final Cores cores = new Cores(ForkJoinPool.commonPool(), 1);

    /** The planted failure: under the first salt four items have the same three bins. */
    @Test
    void drawsAnotherSaltWhereAnItemFindsNoBin() throws GeneralSecurityException {
        Column items = crowd(4, 600);
        Salts salts = new Salts(1);

        CuckooTable table = CuckooTable.of(items, salts, cores);

        assertThat(salts.drawn).isEqualTo(2);
        assertThat(table.salt()).isNotEqualTo(BAD_SALT);
        assertHoldsEachOnce(table, items);
    }

    /** As many as there are bins for are no crowd: the last one evicts until all have their place. */
    @Test
    void keepsTheSaltWhereEvictionsHelp() throws GeneralSecurityException {
        Column items = crowd(3, 600);
        Salts salts = new Salts(1);

        CuckooTable table = CuckooTable.of(items, salts, cores);

        assertThat(salts.drawn).isEqualTo(1);
        assertThat(table.salt()).isEqualTo(BAD_SALT);
        assertHoldsEachOnce(table, items);
    }

    @Test
    void givesUpWhereNoSaltHelps() throws GeneralSecurityException {
        Column items = crowd(4, 4);

        assertThatThrownBy(() -> CuckooTable.of(items, new Salts(Integer.MAX_VALUE), cores))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No salt gives all items a place: they cannot be hashes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, 20_000})
    void givesEachItemOneOfItsThreeBins(int count) {
        Column items = items(count);

        assertHoldsEachOnce(CuckooTable.of(items, random, cores), items);
    }

    @ParameterizedTest
    @CsvSource({"0, 704", "512, 704", "1024, 1344", "65536, 85248", "1048576, 1380672", "16777216, 22369664"})
    void hasAsManyBinsAsTheFitSays(int items, int bins) {
        assertThat(Bins.of(items).count()).isEqualTo(bins).isGreaterThanOrEqualTo(fit(Math.max(512, items)));
    }

    private static int fit(int items) {
        return (int) Math.ceil(items * (40 + Math.log(items) / Math.log(2) + 256) / 240);
    }

    private void assertHoldsEachOnce(CuckooTable table, Column items) {
        int[] positions = table.bins().positions(items, table.salt(), cores);
        Set<Integer> held = new HashSet<>();
        for (int bin = 0; bin < table.bins().count(); bin++) {
            if (!table.isEmpty(bin)) {
                assertThat(held.add(table.item(bin))).isTrue();
                assertThat(positions[Bins.CHOICES * table.item(bin) + table.choice(bin)])
                        .isEqualTo(bin);
            }
        }
        assertThat(held).hasSize(items.count());
    }

    /** Random items, the first of which have bins 0, 1 and 2 under the bad salt in one order or another. */
    private Column crowd(int crowded, int count) throws GeneralSecurityException {
        Cipher backwards = Cipher.getInstance("AES/ECB/NoPadding");
        backwards.init(Cipher.DECRYPT_MODE, new SecretKeySpec(BAD_SALT, "AES"));
        ByteBuffer rows = ByteBuffer.wrap(items(count).rows(0, count));
        for (int i = 0; i < crowded; i++) {
            int least = (int) ((1L << Integer.SIZE) / Bins.of(count).count() + 1);
            byte[] block = ByteBuffer.allocate(16)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(i % 3 * least)
                    .putInt((i + 1) % 3 * least)
                    .putInt(i)
                    .putInt((i + 2) % 3 * least)
                    .array();
            rows.put(backwards.doFinal(block));
        }
        Column items = Column.owning(rows.array(), 16);
        int[] positions = Bins.of(count).positions(items, BAD_SALT, cores);
        IntStream.range(0, crowded).forEach(i -> assertThat(Arrays.copyOfRange(positions, 3 * i, 3 * i + 3))
                .containsExactlyInAnyOrder(0, 1, 2));
        return items;
    }

    private Column items(int count) {
        byte[] rows = new byte[16 * count];
        random.nextBytes(rows);
        return Column.owning(rows, 16);
    }

    /** Draws the bad salt so many times before it draws a random one. */
    private static final class Salts extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final int bad;
        private int drawn;

        private Salts(int bad) {
            this.bad = bad;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (drawn++ < bad) {
                System.arraycopy(BAD_SALT, 0, bytes, 0, bytes.length);
            } else {
                super.nextBytes(bytes);
            }
        }
    }
}
