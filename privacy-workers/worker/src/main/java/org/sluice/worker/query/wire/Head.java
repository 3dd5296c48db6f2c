package org.sluice.worker.query.wire;

/** The beginning of a message that has come in; the rest is still on the line. */
public final class Head {

    private final Kind kind;
    private final String list;
    private final int length;
    private final byte[] begin;

    Head(Kind kind, String list, int length, byte[] begin) {
        this.kind = kind;
        this.list = list;
        this.length = length;
        this.begin = begin;
    }

    public Kind kind() {
        return kind;
    }

    /** As the peer has written it, which may name nothing; empty where no list is meant. */
    public String list() {
        return list;
    }

    /** Bytes of the whole content. */
    public int length() {
        return length;
    }

    byte[] begin() {
        return begin;
    }
}
