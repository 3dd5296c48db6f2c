package org.sluice.protocol.hidden;

/** The content of a list, wherever it lies; each call gives the same answer. Read by several threads. */
public interface Entries {

    int count();

    /** An identifier of any bytes, at most 65,535; each occurs once. */
    byte[] id(int index);

    /** At most {@link Layout#VALUE} bytes. */
    byte[] value(int index);
}
