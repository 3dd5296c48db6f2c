package org.sluice.worker.bench;

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

    /** A party that is ready to run. */
    interface Party {

        /**
         * One run, from the first turn until transcripts agree, with fresh secrets.
         *
         * @throws IllegalStateException if the result is wrong
         */
        void run(MeteredChannel line);
    }
}
