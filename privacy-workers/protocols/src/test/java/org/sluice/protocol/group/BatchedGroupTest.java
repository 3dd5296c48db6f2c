package org.sluice.protocol.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;
import org.sluice.protocol.group.BatchedGroup.Step;

class BatchedGroupTest {

    private static final byte[] DST = {1};
    private static final int ROWS = 700;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final SecureRandom random = new SecureRandom();
    private final Curve25519Group plain = new Curve25519Group(Encoding.NONUNIFORM);
    private final Secret scalar = plain.sampleScalar(random);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final BatchedGroup group =
            new BatchedGroup(plain, threads, (step, rows, total) -> heard.add(step + " " + rows + "/" + total));

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void computesWhatTheGroupComputesInTheSameOrder() {
        Column items = items();
        Column once = group.hashAndMultiply(items, DST, scalar);

        assertThat(once).isEqualTo(plain.hashAndMultiply(items, DST, scalar));
        assertThat(group.decodeAndMultiply(once, scalar)).isEqualTo(plain.decodeAndMultiply(once, scalar));
    }

    @Test
    void saysHowFarItHasCome() {
        group.hashAndMultiply(items(), DST, scalar);

        assertThat(heard).hasSize(3).contains(Step.OWN + " " + ROWS + "/" + ROWS);
    }

    /** Many items at once give the points of RFC 9380, which the vectors prove for one at a time. */
    @Test
    void hashesInBatchesAsItHashesOneByOne() {
        Column items = items();
        Column hashed = Elligator2Batch.hash(items, DST);

        for (int i = 0; i < items.count(); i++) {
            assertThat(hashed.row(i)).isEqualTo(plain.encode(plain.hashToElement(items.row(i), DST)));
        }
    }

    @Test
    void passesOnWhatABatchFoundWrong() {
        Column notElements = Column.of(new byte[32 * 3], 32);

        assertThatThrownBy(() -> group.decodeAndMultiply(notElements, scalar)).isInstanceOf(Misbehaviour.class);
    }

    @Test
    void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> group.hashAndMultiply(items(), DST, scalar)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Column items() {
        byte[] rows = new byte[ROWS * 16];
        random.nextBytes(rows);
        return Column.of(rows, 16);
    }
}
