package org.sluice.worker.bench;

import java.util.Map;
import org.sluice.protocol.channel.MeteredChannel;

/** One protocol, as it is measured. */
interface Contest {

    /** As the command and its lines call it. */
    String name();

    /** Elements of either side when the command names none. */
    int usualSize();

    /** What a party needs before the clock runs: its made-up elements. */
    Party prepare(Role role, int size, Tools tools);

    /** What this machine could do at most, measured now. */
    Limit limit(Limits limits) throws InterruptedException;

    /** Whose clock counts. */
    default Role timed() {
        return Role.LEARNER;
    }

    /** Elements a second, to be compared with the limit. */
    default double rate(int size, Run run) {
        return 2.0 * size / run.seconds();
    }

    /** A party that is ready to run. */
    interface Party {

        /**
         * One run, from the first turn until transcripts agree, with fresh secrets.
         *
         * @throws IllegalStateException if the result is wrong
         */
        void run(MeteredChannel line);

        /** What else the last run showed; a {@code seconds} among it counts in place of the run's own. */
        default Map<String, Object> figures() {
            return Map.of();
        }
    }
}
