package org.sluice.worker.query.served;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.query.wire.Refusal;
import org.sluice.worker.query.wire.Refused;

/** Who may have a long message in memory now: one line of a peer, and four in all, from its arrival until the reply is handed over. */
final class LargeTurns {

    static final int AT_ONCE = 4;

    private final Duration patience;
    private final Set<PartyId> present = new HashSet<>();

    /** @param patience of a line with others' turns, after which it is told to come again */
    LargeTurns(Duration patience) {
        this.patience = patience;
    }

    /** @throws Refused as busy if others keep their turns */
    synchronized Turn take(PartyId caller) {
        long until = System.nanoTime() + patience.toNanos();
        while (present.size() == AT_ONCE || present.contains(caller)) {
            long left = (until - System.nanoTime() + 999_999) / 1_000_000;
            if (left <= 0) {
                throw new Refused(Refusal.BUSY);
            }
            try {
                wait(left);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                throw new Refused(Refusal.BUSY);
            }
        }
        present.add(caller);
        return new Turn(caller);
    }

    private synchronized void end(PartyId caller) {
        present.remove(caller);
        notifyAll();
    }

    final class Turn {

        private final PartyId caller;

        private Turn(PartyId caller) {
            this.caller = caller;
        }

        /** Once. */
        void end() {
            LargeTurns.this.end(caller);
        }
    }
}
