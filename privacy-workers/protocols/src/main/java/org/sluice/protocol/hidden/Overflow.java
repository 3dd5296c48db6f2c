package org.sluice.protocol.hidden;

/** Thrown where a new record finds no room in its bin: the list must be set up anew, under another salt. */
public final class Overflow extends RuntimeException {

    Overflow() {
        super("A bin is full: the list must be set up anew");
    }
}
