package org.sluice.protocol.pir;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.sluice.protocol.Misbehaviour;

/**
 * H = D·A with all that a client needs to ask; immutable, public, and the same for all clients: one of its own would mark a
 * client's queries. Whoever receives a hint compares {@link #digest} with what others got.
 *
 * <p>As bytes: "SPH1", l (4), m (4), version (8), seed (32), then the rows, 1280 little-endian words each; 52 + 5120·l.
 */
public final class Hint {

    static final int HEADER = 52;

    private static final int MAGIC = 0x53504831;

    private final Shape shape;
    private final long version;
    private final byte[] seed;
    private final int[][] rows;
    private final byte[] digest;

    Hint(Shape shape, long version, byte[] seed, int[][] rows) {
        if (version < 0 || seed.length != PublicMatrix.SEED) {
            throw new IllegalArgumentException("A hint has a version from zero on and a seed of 32 bytes");
        }
        this.shape = shape;
        this.version = version;
        this.seed = seed.clone();
        this.rows = rows;
        this.digest = hash();
    }

    /** Reads what a server sent; whatever it could not have written is misbehaviour. */
    public static Hint of(byte[] bytes) {
        if (bytes.length < HEADER || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            throw new Misbehaviour("A hint does not begin as one");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, Integer.BYTES, HEADER - Integer.BYTES);
        Shape shape = shape(in.getInt(), in.getInt());
        long version = in.getLong();
        if (bytes.length != shape.hintLength() || version < 0) {
            throw new Misbehaviour("A hint has another length than its shape, or no version");
        }
        byte[] seed = new byte[PublicMatrix.SEED];
        in.get(seed);
        int[][] rows = PublicMatrix.room(shape.rows());
        for (int i = 0; i < rows.length; i++) {
            Words.read(bytes, HEADER + i * Integer.BYTES * Lwe.DIMENSION, rows[i]);
        }
        return new Hint(shape, version, seed, rows);
    }

    private static Shape shape(int rows, int columns) {
        try {
            return new Shape(rows, columns);
        } catch (IllegalArgumentException refused) {
            throw new Misbehaviour("A hint has a shape in which no table is answered");
        }
    }

    public byte[] toBytes() {
        byte[] bytes = new byte[shape.hintLength()];
        System.arraycopy(header(), 0, bytes, 0, HEADER);
        for (int i = 0; i < rows.length; i++) {
            Words.write(rows[i], bytes, HEADER + i * Integer.BYTES * Lwe.DIMENSION);
        }
        return bytes;
    }

    private byte[] header() {
        return ByteBuffer.allocate(HEADER)
                .putInt(MAGIC)
                .putInt(shape.rows())
                .putInt(shape.columns())
                .putLong(version)
                .put(seed)
                .array();
    }

    private byte[] hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(header());
            byte[] row = new byte[Integer.BYTES * Lwe.DIMENSION];
            for (int[] words : rows) {
                Words.write(words, row, 0);
                sha256.update(row);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    public Shape shape() {
        return shape;
    }

    public long version() {
        return version;
    }

    /** SHA-256 of {@link #toBytes}. */
    public byte[] digest() {
        return digest.clone();
    }

    byte[] seed() {
        return seed;
    }

    int[][] rows() {
        return rows;
    }
}
