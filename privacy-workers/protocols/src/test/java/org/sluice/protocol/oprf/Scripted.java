package org.sluice.protocol.oprf;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/** Gives out what a published vector says was drawn, and fails when more is drawn. */
final class Scripted extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final transient ArrayDeque<byte[]> drawn;

    Scripted(List<byte[]> drawn) {
        this.drawn = new ArrayDeque<>(drawn);
    }

    @Override
    public void nextBytes(byte[] target) {
        byte[] next = drawn.remove();
        if (next.length != target.length) {
            throw new IllegalStateException("Another length is drawn than the vector has");
        }
        System.arraycopy(next, 0, target, 0, next.length);
    }

    /** The number one, for draws that do not show in the result. */
    static byte[] one() {
        byte[] one = new byte[32];
        Arrays.fill(one, (byte) 0);
        one[31] = 1;
        return one;
    }
}
