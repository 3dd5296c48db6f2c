package org.sluice.worker.query.served;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sluice.protocol.channel.Channel;
import org.sluice.worker.party.PartyId;

/** Who is on the line. Whoever is idle for longest makes room; nobody who waits for an answer does. */
final class Callers {

    /** One less than the reception lets in, so that there is always somebody to decide about. */
    static final int ALL = 31;

    static final int OF_ONE = 8;

    private final Set<Seat> seats = new LinkedHashSet<>();
    private long turns;

    /** A place for a line, until it is closed. */
    final class Seat implements AutoCloseable {

        private final PartyId caller;
        private final Channel line;
        private boolean idle = true;
        private long since;

        private Seat(PartyId caller, Channel line) {
            this.caller = caller;
            this.line = line;
            this.since = ++turns;
        }

        /** Whether it waits for a question now, or works on one. */
        void rests(boolean nowIdle) {
            synchronized (Callers.this) {
                idle = nowIdle;
                since = ++turns;
            }
        }

        @Override
        public void close() {
            synchronized (Callers.this) {
                seats.remove(this);
            }
            line.close();
        }
    }

    /** Nothing if all are at work. */
    synchronized Optional<Seat> take(PartyId caller, Channel line) {
        Predicate<Seat> own = seat -> seat.caller.equals(caller);
        boolean hasRoom = room(own, OF_ONE) && room(seat -> true, ALL);
        if (!hasRoom) {
            return Optional.empty();
        }
        Seat seat = new Seat(caller, line);
        seats.add(seat);
        return Optional.of(seat);
    }

    /** Makes room among these if there is none. */
    private boolean room(Predicate<Seat> these, int most) {
        if (seats.stream().filter(these).count() < most) {
            return true;
        }
        Optional<Seat> longest = seats.stream()
                .filter(these)
                .filter(seat -> seat.idle)
                .min(Comparator.comparingLong(seat -> seat.since));
        longest.ifPresent(seat -> {
            seats.remove(seat);
            seat.line.close();
        });
        return longest.isPresent();
    }
}
