package org.sluice.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final long MIB = 1 << 20;

    private final Hands clock = new Hands();
    private final Room room = new Room(100 * MIB, clock);

    @Test
    void givesWhatThereIsAndNoMore() {
        Room.Claim one = claim(60, 1);
        Room.Claim two = claim(60, 2);
        Room.Claim small = claim(40, 3);
        assertThat(one.take()).isTrue();
        assertThat(one.take()).isTrue();

        assertThat(two.take()).isFalse();
        assertThat(two.notice().english()).contains("needs 60 MiB", "the 100 MiB");
        one.giveBack();
        assertThat(two.take()).isTrue();
        assertThat(small.take()).isTrue();
        two.close();
        two.close();
        assertThat(one.take()).isTrue();
    }

    /** Else small jobs, one after the other, would keep a large one out until its deadline. */
    @Test
    void letsNobodyOvertakeWhoWaitsBeforeThem() {
        Room.Claim running = running(60);
        Room.Claim large = waiting(80, 1);
        Room.Claim small = waiting(40, 2);
        assertThat(small.isInLine()).isTrue();
        running.close();
        assertThat(small.take()).isFalse();
        assertThat(large.take()).isTrue();
        assertThat(large.isInLine()).isFalse();
        large.close();
        assertThat(small.take()).isTrue();
    }

    @Test
    void letsOthersPassWhereThatTakesNothingFromWhoWaits() {
        Room.Claim running = running(50);
        Room.Claim large = waiting(60, 2);
        Room.Claim earlier = claim(30, 1);
        Room.Claim later = claim(50, 3);

        assertThat(earlier.take()).isTrue();
        running.close();
        assertThat(later.take()).isFalse();
        assertThat(large.take()).isTrue();
    }

    /** A job stands in line for as long as its peer asks for it, and no longer. */
    @Test
    void keepsNoPlaceForAJobWhosePeerIsGone() {
        Room.Claim running = running(60);
        Room.Claim large = waiting(80, 1);
        Room.Claim small = waiting(40, 2);

        clock.now = clock.now.plus(Duration.ofSeconds(6));

        assertThat(large.isInLine()).isFalse();
        assertThat(small.take()).isTrue();
    }

    @Test
    void standsEqualDeadlinesByIdWhoeverCameFirst() {
        Room.Claim running = running(60);
        Instant deadline = Instant.EPOCH;
        Room.Claim second = room.claim(new Need(80 * MIB), deadline, new UUID(0, 2), () -> {});
        Room.Claim first = room.claim(new Need(80 * MIB), deadline, new UUID(0, 1), () -> {});
        assertThat(second.take()).isFalse();
        assertThat(first.take()).isFalse();
        running.close();

        assertThat(second.take()).isFalse();
        assertThat(first.take()).isTrue();
    }

    @Test
    void refusesWhatNeverFitsAndNamesBothFigures() {
        assertThatCode(() -> room.check(new Need(100 * MIB))).doesNotThrowAnyException();
        assertThatThrownBy(() -> room.check(new Need(100 * MIB + 1)))
                .hasMessageContaining("job-too-large")
                .hasMessageContaining("101 MiB")
                .hasMessageContaining("100 MiB");
    }

    @Test
    void givesWhatListsLeave() {
        room.besides(() -> 30 * MIB);
        assertThat(claim(71, 1).take()).isFalse();
        assertThat(claim(70, 1).take()).isTrue();
        assertThatThrownBy(() -> room.check(new Need(71 * MIB))).hasMessageContaining("70 MiB");
        assertThatCode(() -> room.check(new Need(70 * MIB))).doesNotThrowAnyException();
    }

    @Test
    void leavesRoomBesideTheJobs() {
        assertThat(Room.within(1024 * MIB)).isEqualTo(732 * MIB);
        assertThat(Room.within(64 * MIB)).isEqualTo(16 * MIB);
    }

    @Test
    void wakesWhoStandsInLineWhenThereIsRoom() {
        AtomicInteger woken = new AtomicInteger();
        Room.Claim running = running(60);
        Room.Claim waiting = room.claim(new Need(80 * MIB), Instant.EPOCH, UUID.randomUUID(), woken::incrementAndGet);
        running.giveBack();
        assertThat(woken).hasValue(0);
        assertThat(running.take()).isTrue();
        assertThat(waiting.take()).isFalse();

        running.close();
        running.close();

        assertThat(woken).hasValue(1);
        assertThat(waiting.take()).isTrue();
    }

    @Test
    void givesMoreToAJobThatHasItsRoomAndElseMakesItWaitForAll() {
        Room.Claim one = running(30);
        Room.Claim other = claim(40, 2);
        assertThat(other.take()).isTrue();

        assertThat(one.widen(new Need(60 * MIB))).isTrue();
        assertThat(other.widen(new Need(41 * MIB))).isFalse();
        other.giveBack();

        assertThat(other.take()).isFalse();
        assertThat(claim(40, 3).take()).isFalse();
        one.close();
        assertThat(other.take()).isTrue();
    }

    /** Lists that grow take nothing from who computes; and what a job turns out not to need is others' at once. */
    @Test
    void leavesAJobWhatItHasAndGivesOthersWhatItDoesNotNeed() {
        AtomicInteger woken = new AtomicInteger();
        Room.Claim one = running(80);
        Room.Claim other = room.claim(new Need(30 * MIB), Instant.EPOCH, UUID.randomUUID(), woken::incrementAndGet);
        assertThat(other.take()).isFalse();
        room.besides(() -> 30 * MIB);

        assertThat(one.widen(new Need(80 * MIB))).isTrue();
        woken.set(0);
        assertThat(one.widen(new Need(40 * MIB))).isTrue();

        assertThat(woken).hasValue(1);
        assertThat(other.take()).isTrue();
    }

    private Room.Claim claim(int mebibytes, int deadline) {
        return room.claim(
                new Need(mebibytes * MIB), Instant.EPOCH.plusSeconds(deadline), new UUID(7, deadline), () -> {});
    }

    /** Of a job that has its room already. */
    private Room.Claim running(int mebibytes) {
        Room.Claim running = claim(mebibytes, 9);
        assertThat(running.take()).isTrue();
        return running;
    }

    /** Of a job for which there is no room yet. */
    private Room.Claim waiting(int mebibytes, int deadline) {
        Room.Claim waiting = claim(mebibytes, deadline);
        assertThat(waiting.take()).isFalse();
        return waiting;
    }

    private static final class Hands extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
