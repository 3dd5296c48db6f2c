package org.sluice.worker.query.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.query.wire.Refusal;
import org.sluice.worker.query.wire.Refused;

/** One peer cannot have what is there for all. */
class LargeTurnsTest {

    private final LargeTurns turns = new LargeTurns(Duration.ofMillis(20));

    @Test
    void areOneAPeer() {
        LargeTurns.Turn first = turns.take(party(1));
        assertBusy(1);
        turns.take(party(2)).end();
        first.end();
        turns.take(party(1)).end();
    }

    @Test
    void areFourInAll() {
        List<LargeTurns.Turn> taken = new ArrayList<>();
        for (int i = 0; i < LargeTurns.AT_ONCE; i++) {
            taken.add(turns.take(party(i)));
        }
        assertBusy(99);
        taken.get(2).end();
        turns.take(party(99)).end();
    }

    @Test
    void comeToWhoWaitsForThem() throws Exception {
        LargeTurns patient = new LargeTurns(Duration.ofSeconds(60));
        LargeTurns.Turn first = patient.take(party(1));
        CompletableFuture<LargeTurns.Turn> second = CompletableFuture.supplyAsync(() -> patient.take(party(1)));
        assertThat(second).isNotDone();
        first.end();
        second.get(30, TimeUnit.SECONDS).end();
    }

    @Test
    void areNotWaitedForByAnEndedThread() {
        LargeTurns patient = new LargeTurns(Duration.ofSeconds(60));
        patient.take(party(1));
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> patient.take(party(1)));
        assertThat(Thread.interrupted()).isTrue();
    }

    private void assertBusy(int number) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> turns.take(party(number)))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(Refusal.BUSY));
    }

    private static PartyId party(int number) {
        return new PartyId("bank-" + number);
    }
}
