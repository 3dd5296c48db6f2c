package org.sluice.worker.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.sluice.protocol.psi.sum.ValuedSet;

/** Whole numbers beside identifiers, one each, in their order. Its string shows how many they are and nothing of them. */
public final class Values {

    /** The greatest that a single one may be; all of a set together may not be more either. */
    static final long MOST = ValuedSet.BOUND - 1;

    /** What stands for a value that is missing, or no whole number. */
    static final long NONE = -1;

    private static final Optional<String> FAULT =
            Optional.of(String.format(Locale.ROOT, "value is no whole number from 0 to %,d", MOST));

    /** Longer texts are no values whatever stands in them, so that a text that came over shortened is none. */
    private static final int CHARACTERS = 100;

    private static final int DIGESTED_AT_ONCE = 1024;

    private final long[] values;

    private Values(long[] values) {
        this.values = values;
    }

    /** Takes the array over without a copy. */
    static Values owning(long[] values) {
        return new Values(values);
    }

    /** The whole number that a text holds, with or without blanks around; {@link #NONE} where it holds none. */
    static long read(String text) {
        String digits = text.length() > CHARACTERS ? "" : text.strip();
        long value = digits.isEmpty() ? NONE : 0;
        for (int i = 0; i < digits.length() && value != NONE; i++) {
            char digit = digits.charAt(i);
            value = digit < '0' || digit > '9' ? NONE : value * 10 + (digit - '0');
            value = value > MOST ? NONE : value;
        }
        return value;
    }

    /** What is wrong with a value, without repeating it. */
    static Optional<String> check(long value) {
        return value < 0 || value > MOST ? FAULT : Optional.empty();
    }

    public int count() {
        return values.length;
    }

    /** A copy. */
    public long[] toArray() {
        return values.clone();
    }

    long at(int index) {
        return values[index];
    }

    /** Eight bytes each. */
    void addTo(MessageDigest digest) {
        ByteBuffer some = ByteBuffer.allocate(DIGESTED_AT_ONCE * Long.BYTES);
        for (long value : values) {
            some.putLong(value);
            if (!some.hasRemaining()) {
                digest.update(some.flip());
                some.clear();
            }
        }
        digest.update(some.flip());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " values";
    }
}
