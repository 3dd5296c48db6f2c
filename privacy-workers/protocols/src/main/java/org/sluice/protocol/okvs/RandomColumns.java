package org.sluice.protocol.okvs;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import org.sluice.protocol.block.Prg;

/** Fills the columns of a bin with the stream of AES in counter mode under a fresh key; each bin has a stretch of its own. */
final class RandomColumns {

    static final int SEED = 16;

    private static final int CHUNK = 1 << 14;

    private RandomColumns() {}

    static void fill(long[] vector, int from, int to, byte[] seed, int bin) {
        byte[] stream = new byte[CHUNK];
        LongBuffer numbers = ByteBuffer.wrap(stream).asLongBuffer();
        Prg aes = Prg.part(seed, (long) bin << Integer.SIZE, 0);
        for (int at = from; at < to; at += CHUNK / Long.BYTES) {
            aes.fill(stream, 0, CHUNK);
            numbers.get(0, vector, at, Math.min(to - at, CHUNK / Long.BYTES));
        }
    }
}
