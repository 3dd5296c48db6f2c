package org.sluice.worker.buckets;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.sluice.protocol.Column;

/** Made-up items, four bytes each. */
final class Numbers {

    static final byte[] SALT = new byte[16];

    private Numbers() {}

    static Column from(int first, int count) {
        ByteBuffer all = ByteBuffer.allocate(count * Integer.BYTES);
        IntStream.range(first, first + count).forEach(all::putInt);
        return Column.of(all.array(), Integer.BYTES);
    }

    static SpreadSet spread(Path folder, Column items, int buckets) {
        Spreading spreading = Spreading.into(folder, SALT, buckets);
        spreading.add(items);
        return spreading.finish();
    }
}
