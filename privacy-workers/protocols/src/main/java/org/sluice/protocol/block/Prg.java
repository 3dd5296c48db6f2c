package org.sluice.protocol.block;

import javax.crypto.Cipher;

/**
 * A 16-byte seed stretched as far as wanted: the key stream of AES in counter mode. For one thread.
 *
 * <p>A seed must be stretched once: two objects with one seed give one stream.
 */
public final class Prg {

    private static final byte[] ZEROS = new byte[Aes.BATCH];

    private final Cipher stream;

    public Prg(byte[] seed) {
        this(seed, 0);
    }

    /** Takes the 16 bytes from the offset on as the seed; the array is not kept. */
    public Prg(byte[] seed, int offset) {
        this.stream = Aes.stream(seed, offset);
    }

    private Prg(Cipher stream) {
        this.stream = stream;
    }

    /**
     * One of 2^64 streams of a public seed of 16 bytes, from one of its blocks on: parts of it can be made in any order.
     * Such a seed must serve nothing else.
     */
    public static Prg part(byte[] seed, long number, long block) {
        return new Prg(Aes.stream(seed, 0, number, block));
    }

    /** Overwrites so many bytes of the target with the next ones of the stream. */
    public void fill(byte[] target, int offset, int length) {
        for (int done = 0; done < length; done += ZEROS.length) {
            int part = Math.min(ZEROS.length, length - done);
            Aes.update(stream, ZEROS, 0, part, target, offset + done);
        }
    }

    /** The next bytes of the stream. */
    public byte[] next(int length) {
        byte[] bytes = new byte[length];
        fill(bytes, 0, length);
        return bytes;
    }
}
