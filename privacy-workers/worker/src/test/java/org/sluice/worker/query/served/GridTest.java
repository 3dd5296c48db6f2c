package org.sluice.worker.query.served;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers leave after whole steps, of 5 ms for one key, 15 for eight, 85 for 64. */
class GridTest {

    @ParameterizedTest
    @CsvSource({"1, 0, 5", "1, 1, 5", "1, 4, 5", "1, 5, 10", "1, 12, 15", "8, 3, 15", "8, 15, 30", "64, 80, 85"})
    void leavesAfterAWholeStep(int keys, long tookMillis, long dueMillis) {
        long took = tookMillis * 1_000_000;
        assertThat(took + Grid.rest(took, keys)).isEqualTo(dueMillis * 1_000_000);
    }

    @Test
    void isLeftByAnEndedThread() {
        Thread.currentThread().interrupt();
        Grid.await(System.nanoTime() - 1, 1 << 20);
        assertThat(Thread.interrupted()).isTrue();
    }
}
