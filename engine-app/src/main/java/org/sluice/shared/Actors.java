package org.sluice.shared;

/** Tells who is acting; implemented by {@code security}. */
public interface Actors {

    /**
     * The person who is signed in on this thread.
     *
     * @throws org.sluice.process.NotPermitted when nobody is
     */
    Actor current();
}
