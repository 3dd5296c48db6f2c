package org.sluice.worker.buckets;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.sluice.protocol.Column;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.Encoding;

/** Made-up items, four bytes each. */
final class Numbers {

    static final byte[] SALT = new byte[16];

    private Numbers() {}

    static BatchedGroup group() {
        ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        return new BatchedGroup(new Curve25519Group(Encoding.NONUNIFORM), threads, (step, rows, total) -> {});
    }

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
