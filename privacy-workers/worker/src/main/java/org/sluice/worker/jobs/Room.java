package org.sluice.worker.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/**
 * The memory that all jobs of one worker share. A job takes what it needs before it computes, and gives it back when it
 * has.
 *
 * <p><b>No two parties can lock each other up</b>: nobody holds room while it waits for somebody. A job takes it in the
 * moment in which its peer is on the line and ready, or for work that needs no peer, and gives it back at once where the
 * peer has none for its part; so what is held belongs to jobs that compute, and those end.
 *
 * <p><b>Nobody is overtaken for ever</b>: whoever was turned away stands in a line, the earliest deadline first and then
 * by id, which is the same order at both parties; nobody behind takes what one before could not get any more. A job
 * whose peer has not asked for a while loses its place, so that one whose peer is gone keeps nobody waiting. The one exception is
 * a job that computes and hears on the line what it has to hold: it takes that past the line, once.
 *
 * <p><b>What stands there besides</b>, as the lists that the worker serves, is taken off the limit first. A list that
 * comes or grows while jobs compute takes nothing from those: until they end, more may be taken than the limit.
 */
public final class Room {

    /** The heap of a worker with no job in it: measured between 16 and 24 MiB, and room for a collector. */
    public static final long WORKER = 48L << 20;

    /** Longer than between two tries of a peer. */
    private static final Duration STANDS_IN_LINE_FOR = Rendezvous.betweenCalls().multipliedBy(3);

    private static final Comparator<Claim> IN_LINE =
            Comparator.<Claim, Instant>comparing(claim -> claim.deadline).thenComparing(claim -> claim.id);

    private final long limit;
    private final Clock clock;
    private final List<Claim> claims = new ArrayList<>();
    private volatile LongSupplier besides = () -> 0;

    /** @param limit in bytes, of all jobs together */
    public Room(long limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Three quarters of what a heap of this size leaves beside the worker itself; the rest is for sets that wait. */
    public static long within(long heap) {
        return Math.max(heap / 4, (heap - WORKER) / 4 * 3);
    }

    /** @param bytes that something other than jobs takes of the limit at present; asked often, and must not wait */
    public void besides(LongSupplier bytes) {
        besides = bytes;
    }

    private long left() {
        return Math.max(0, limit - besides.getAsLong());
    }

    /** @throws Problem if the job would not fit even alone */
    public void check(Need need) {
        if (need.bytes() > left()) {
            throw new Problem(NoticeCode.JOB_TOO_LARGE, need.mebibytes(), left() >> 20);
        }
    }

    /**
     * One job's, which holds nothing yet.
     *
     * @param woken called where the job stands in line and another has given room back; must not wait
     */
    Claim claim(Need need, Instant deadline, UUID id, Runnable woken) {
        Claim claim = new Claim(need, deadline, id, woken);
        synchronized (this) {
            claims.add(claim);
        }
        return claim;
    }

    private void wake() {
        claims.stream().filter(Claim::stands).forEach(each -> each.woken.run());
    }

    private long taken() {
        return claims.stream()
                .filter(each -> each.holds)
                .mapToLong(each -> each.need.bytes())
                .sum();
    }

    /** One job's share. */
    final class Claim implements AutoCloseable {

        private Need need;
        private final Instant deadline;
        private final UUID id;
        private final Runnable woken;
        private boolean holds;
        private Instant inLineUntil = Instant.MIN;

        private Claim(Need need, Instant deadline, UUID id, Runnable woken) {
            this.need = need;
            this.deadline = deadline;
            this.id = id;
            this.woken = woken;
        }

        /** Takes the room if there is enough; else the job stands in line from now on. */
        boolean take() {
            synchronized (Room.this) {
                holds = holds || isRoom();
                return holds;
            }
        }

        /** Needs so much from now on; false where more is not there, so that the job has to give back what it holds. */
        boolean widen(Need other) {
            synchronized (Room.this) {
                long others = taken() - (holds ? need.bytes() : 0);
                boolean more = other.bytes() > need.bytes();
                need = other;
                if (!more) {
                    wake();
                }
                return holds && (!more || others + other.bytes() <= left());
            }
        }

        /** Whether {@link #take} would succeed now; where not, the job stands in line from now on. */
        boolean isRoom() {
            synchronized (Room.this) {
                boolean fits =
                        taken() + need.bytes() <= left() && claims.stream().noneMatch(this::keepsOut);
                inLineUntil = fits ? Instant.MIN : clock.instant().plus(STANDS_IN_LINE_FOR);
                return fits;
            }
        }

        /** Whether the other waits before this one, and would have to wait longer. */
        private boolean keepsOut(Claim other) {
            return other != this
                    && other.stands()
                    && IN_LINE.compare(other, this) < 0
                    && taken() + need.bytes() + other.need.bytes() > left();
        }

        private boolean stands() {
            return clock.instant().isBefore(inLineUntil);
        }

        boolean isInLine() {
            synchronized (Room.this) {
                return stands();
            }
        }

        /** Why the job waits. */
        Notice notice() {
            return Notice.of(NoticeCode.MEMORY_TAKEN, need.mebibytes(), left() >> 20);
        }

        void giveBack() {
            synchronized (Room.this) {
                if (holds) {
                    holds = false;
                    wake();
                }
            }
        }

        @Override
        public void close() {
            synchronized (Room.this) {
                claims.remove(this);
                giveBack();
            }
        }
    }
}
