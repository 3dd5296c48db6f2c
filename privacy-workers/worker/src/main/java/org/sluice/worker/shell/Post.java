package org.sluice.worker.shell;

import org.sluice.worker.party.Address;
import org.sluice.worker.party.PartyId;

/**
 * Which of a party's workers one is.
 *
 * @param address where peers reach it
 * @param isFurther whether it only shares the ranges of runs, beside the worker that does all else
 */
public record Post(PartyId party, Address address, boolean isFurther) {

    /**
     * Its name at the engine: it stays the same, so that a worker started anew goes on where the old one was killed, and no
     * two of a party have the same.
     */
    String name() {
        return "worker-of-" + party + (isFurther ? "@" + address : "");
    }
}
