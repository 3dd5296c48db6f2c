package org.sluice.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoresTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final Cores cores = new Cores(threads, 3);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void runsEachPartOnce() {
        AtomicIntegerArray runs = new AtomicIntegerArray(1000);

        cores.run(1000, runs::incrementAndGet);

        for (int i = 0; i < 1000; i++) {
            assertThat(runs.get(i)).isEqualTo(1);
        }
    }

    @Test
    void letsSeveralThreadsWorkAtOnce() {
        CountDownLatch all = new CountDownLatch(4);

        cores.run(4, part -> {
            all.countDown();
            try {
                all.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });

        assertThat(all.getCount()).isZero();
        assertThat(cores.count()).isEqualTo(4);
    }

    @Test
    void throwsWhatAPartThrows() {
        assertThatThrownBy(() -> cores.run(8, part -> {
                    throw new Misbehaviour("part");
                }))
                .isInstanceOf(Misbehaviour.class);
    }
}
