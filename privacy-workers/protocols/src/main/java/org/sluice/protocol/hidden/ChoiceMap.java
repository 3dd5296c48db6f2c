package org.sluice.protocol.hidden;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.sluice.protocol.Misbehaviour;

/**
 * One bit for each of a fixed set of keys, in 1.13 bits a key, and some bit for any other key: the sum of three bits whose
 * positions the key tells. Without a key, which is a secret of its record, the bits tell nothing.
 *
 * <p>As bytes: seed (8), logarithm of a segment's length (1), number of segments in which first positions lie (4), bits.
 */
final class ChoiceMap {

    static final int HEADER = 13;

    private static final int LONGEST_SEGMENT = 18;
    private static final int MOST_BITS = 1 << 30;

    private final long seed;
    private final int segmentBits;
    private final int segments;
    private final byte[] bits;

    private ChoiceMap(long seed, int segmentBits, int segments, byte[] bits) {
        this.seed = seed;
        this.segmentBits = segmentBits;
        this.segments = segments;
        this.bits = bits;
    }

    /** All zero, of the size for so many keys (Graf and Lemire, sections 3 and 4). */
    static ChoiceMap sizedFor(int keys, long seed) {
        double logarithm = Math.log(Math.max(keys, 2));
        int segmentBits = Math.min((int) Math.floor(logarithm / Math.log(3.33) + 2.25), LONGEST_SEGMENT);
        double expansion = Math.max(1.125, 0.875 + 0.25 * Math.log(1e6) / logarithm);
        int length = 1 << segmentBits;
        int needed = (int) Math.ceil(Math.round(keys * expansion) / (double) length);
        int segments = Math.max(needed - 2, 1);
        return new ChoiceMap(seed, segmentBits, segments, new byte[bytes(segmentBits, segments)]);
    }

    /** Reads what a server sent. */
    static ChoiceMap of(ByteBuffer in) {
        if (in.remaining() < HEADER) {
            throw new Misbehaviour("A map of choices does not begin as one");
        }
        long seed = in.getLong();
        int segmentBits = in.get();
        int segments = in.getInt();
        if (segmentBits < 0 || segmentBits > LONGEST_SEGMENT || segments < 1 || segments > (MOST_BITS >> segmentBits)) {
            throw new Misbehaviour("A map of choices has a size that none has");
        }
        byte[] bits = new byte[bytes(segmentBits, segments)];
        if (in.remaining() < bits.length) {
            throw new Misbehaviour("A map of choices is shorter than its size");
        }
        in.get(bits);
        return new ChoiceMap(seed, segmentBits, segments, bits);
    }

    private static int bytes(int segmentBits, int segments) {
        return (((segments + 2) << segmentBits) + Byte.SIZE - 1) / Byte.SIZE;
    }

    byte[] toBytes() {
        return ByteBuffer.allocate(HEADER + bits.length)
                .putLong(seed)
                .put((byte) segmentBits)
                .putInt(segments)
                .put(bits)
                .array();
    }

    int size() {
        return (segments + 2) << segmentBits;
    }

    /** Which of a key's three positions, 0 to 2; all three differ. */
    int position(long key, int which) {
        long hash = mixed(key + seed);
        int first = (int) Math.multiplyHigh(hash >>> 1, (long) segments << (segmentBits + 1));
        int mask = (1 << segmentBits) - 1;
        return switch (which) {
            case 0 -> first;
            case 1 -> (first + (1 << segmentBits)) ^ ((int) (hash >>> 18) & mask);
            default -> (first + (2 << segmentBits)) ^ ((int) hash & mask);
        };
    }

    boolean get(long key) {
        return bit(position(key, 0)) ^ bit(position(key, 1)) ^ bit(position(key, 2));
    }

    private boolean bit(int position) {
        return ((bits[position >> 3] >> (position & 7)) & 1) == 1;
    }

    /** Makes the key's bit what it should be by the bit at one of its positions. */
    void settle(long key, boolean value, int position) {
        if (get(key) != value) {
            bits[position >> 3] ^= (byte) (1 << (position & 7));
        }
    }

    /** The last steps of MurmurHash3: one-to-one, and every bit depends on every bit. */
    private static long mixed(long key) {
        long hash = (key ^ (key >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChoiceMap that && Arrays.equals(toBytes(), that.toBytes());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seed);
    }
}
