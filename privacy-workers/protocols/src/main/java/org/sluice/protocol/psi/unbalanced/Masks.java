package org.sluice.protocol.psi.unbalanced;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.sluice.protocol.Column;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.Terms;

/**
 * The masks of a list at one version: what the server computes beforehand, and what a client keeps. Immutable and the same
 * for all clients: whoever receives some compares {@link #digest} with what others got, since a version of one's own would
 * mark a client.
 *
 * <p>A mask is the beginning of the function's output for one item. Of up to n masks and as many items looked up no two that
 * belong to different items agree but for a chance of 2^-40, as long as the width is {@link #width} of n.
 *
 * <p>As bytes, to be kept in a file: "SLM1" (4), function (2 and its name), public key (2 and its bytes), salt (16), version
 * (8), width w (1), count n (4), masks in ascending order (w·n), SHA-256 over everything before (32).
 */
public final class Masks {

    private static final int MAGIC = 0x534c4d31;
    /** More than 2^24 items need, and little enough that nobody is made to wait for gigabytes. */
    private static final int MOST_WIDTH = 16;

    private final String function;
    private final byte[] publicKey;
    private final byte[] salt;
    private final long version;
    private final TagSet tags;
    private final byte[] digest;

    Masks(String function, byte[] publicKey, byte[] salt, long version, TagSet tags) {
        this.function = function;
        this.publicKey = publicKey.clone();
        this.salt = salt.clone();
        this.version = version;
        this.tags = tags;
        this.digest = Hashing.SHA_256.digest().digest(content());
    }

    /** The width for lists, and for sets looked up, of up to so many items. */
    public static int width(int most) {
        return Terms.tagLength(most, most);
    }

    /**
     * What a client holds that has been told the key of a list on another way, and no masks yet: a list under another key is
     * refused.
     */
    public static Masks awaited(ListFunction function, byte[] publicKey, byte[] salt) {
        return new Masks(function.suite(), publicKey, salt, Stamp.NONE.version(), TagSet.empty(1));
    }

    static boolean isWidth(int width) {
        return width >= 1 && width <= MOST_WIDTH;
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if it wrote something else
     */
    public static Masks of(byte[] bytes) {
        try {
            return read(ByteBuffer.wrap(bytes), bytes);
        } catch (BufferUnderflowException cut) {
            throw new IllegalArgumentException("A file of masks ends too early", cut);
        }
    }

    private static Masks read(ByteBuffer in, byte[] bytes) {
        if (in.getInt() != MAGIC) {
            throw new IllegalArgumentException("A file of masks does not begin as one");
        }
        String function = new String(take(in, in.getShort() & 0xffff), StandardCharsets.US_ASCII);
        byte[] publicKey = take(in, in.getShort() & 0xffff);
        byte[] salt = take(in, Terms.SALT_LENGTH);
        long version = in.getLong();
        int width = in.get();
        int count = in.getInt();
        if (version < 0 || !isWidth(width) || count < 0 || in.remaining() != (long) count * width + Hashing.LENGTH) {
            throw new IllegalArgumentException("A file of masks has another length than its numbers say");
        }
        TagSet tags = TagSet.ascending(Column.owning(take(in, count * width), width));
        Masks masks = new Masks(function, publicKey, salt, version, tags);
        if (!Arrays.equals(masks.digest, Arrays.copyOfRange(bytes, in.position(), bytes.length))) {
            throw new IllegalArgumentException("A file of masks does not hold what was written to it");
        }
        return masks;
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }

    public byte[] toBytes() {
        byte[] content = content();
        byte[] bytes = Arrays.copyOf(content, content.length + digest.length);
        System.arraycopy(digest, 0, bytes, content.length, digest.length);
        return bytes;
    }

    private byte[] content() {
        byte[] name = function.getBytes(StandardCharsets.US_ASCII);
        int head = 2 * Integer.BYTES + 2 * Short.BYTES + Long.BYTES + 1 + name.length + publicKey.length + salt.length;
        int length = Math.addExact(head, Math.multiplyExact(tags.count(), tags.width()));
        byte[] content = new byte[length];
        ByteBuffer.wrap(content)
                .putInt(MAGIC)
                .putShort((short) name.length)
                .put(name)
                .putShort((short) publicKey.length)
                .put(publicKey)
                .put(salt)
                .putLong(version)
                .put((byte) tags.width())
                .putInt(tags.count());
        tags.column().copyRows(0, tags.count(), content, head);
        return content;
    }

    /** Items on the list. */
    public int count() {
        return tags.count();
    }

    /** From 0; rises with every change. */
    public long version() {
        return version;
    }

    /** Bytes of a mask. */
    public int width() {
        return tags.width();
    }

    /** SHA-256 over key, version and masks; a copy. */
    public byte[] digest() {
        return digest.clone();
    }

    /** Names the key under which they were made; a copy. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** What items are hashed under; terms of a run over this list must name it as the job's. A copy. */
    public byte[] salt() {
        return salt.clone();
    }

    String function() {
        return function;
    }

    /** A version, and what stands in it. */
    record Stamp(long version, String digest) {

        static final int LENGTH = Long.BYTES + Hashing.LENGTH;

        /** Held by whoever holds nothing; no list is of this version. */
        static final Stamp NONE = new Stamp(-1, "00".repeat(Hashing.LENGTH));

        static Stamp read(ByteBuffer in) {
            long version = in.getLong();
            return new Stamp(version, HexFormat.of().formatHex(take(in, Hashing.LENGTH)));
        }

        byte[] bytes() {
            return ByteBuffer.allocate(LENGTH)
                    .putLong(version)
                    .put(HexFormat.of().parseHex(digest))
                    .array();
        }
    }

    Stamp stamp() {
        return new Stamp(version, HexFormat.of().formatHex(digest));
    }

    TagSet tags() {
        return tags;
    }

    Masks next(long nextVersion, TagSet nextTags) {
        return new Masks(function, publicKey, salt, nextVersion, nextTags);
    }

    boolean isOf(String suite, Terms terms) {
        return function.equals(suite) && Arrays.equals(salt, terms.jobSalt());
    }

    /** The numbers alone. */
    @Override
    public String toString() {
        return "Masks of " + count() + " items, version " + version;
    }
}
