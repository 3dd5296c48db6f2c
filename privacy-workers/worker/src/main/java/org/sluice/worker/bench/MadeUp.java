package org.sluice.worker.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.sluice.protocol.Column;

/** Elements of 16 bytes that look like nothing; both sides share two thirds. */
final class MadeUp {

    static final int WIDTH = 16;

    private MadeUp() {}

    /** The elements of one side; the responder's begin after a third of the learner's. */
    static Column elements(Role role, int size) {
        int from = role == Role.LEARNER ? 0 : size / 3;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] all = new byte[Math.multiplyExact(size, WIDTH)];
            byte[] number = new byte[Integer.BYTES];
            for (int i = 0; i < size; i++) {
                int value = from + i;
                for (int b = 0; b < Integer.BYTES; b++) {
                    number[b] = (byte) (value >>> (8 * b));
                }
                System.arraycopy(digest.digest(number), 0, all, i * WIDTH, WIDTH);
            }
            return Column.owning(all, WIDTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    static int common(int size) {
        return size - size / 3;
    }
}
