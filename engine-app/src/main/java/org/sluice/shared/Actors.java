package org.sluice.shared;

import org.sluice.process.PersonId;

/** Tells who is acting; implemented by {@code security}. */
public interface Actors {

    /**
     * The person who is signed in on this thread.
     *
     * @throws org.sluice.process.NotPermitted when nobody is
     */
    Actor current();

    /**
     * Who is signed in on this thread, without a look at what that person may do.
     *
     * @throws org.sluice.process.NotPermitted when nobody is
     */
    default PersonId person() {
        return current().id();
    }
}
