package org.sluice.worker.buckets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.sluice.protocol.Column;

/** One party's items, spread over files; only one bucket at a time is in memory. */
public final class SpreadSet {

    private final Path folder;
    private final BucketPlan plan;

    SpreadSet(Path folder, BucketPlan plan) {
        this.folder = folder;
        this.plan = plan;
    }

    public BucketPlan plan() {
        return plan;
    }

    /**
     * A bucket filled up.
     *
     * @param rows as many as the capacity: the bucket's own rows, then random ones
     * @param positions of the own rows, in the order of the rows
     */
    @SuppressWarnings("ArrayRecordComponent") // lives within one method of its user
    record Filled(Column rows, int[] positions) {}

    Filled filled(int bucket, SecureRandom random) {
        ByteBuffer file = ByteBuffer.wrap(read(Spreading.file(folder, bucket)));
        int own = file.remaining() / Spreading.ROW;
        int capacity = plan.capacity();
        if (own > capacity) {
            throw new IllegalStateException(
                    "A bucket is fuller than one in 2^40 runs has it; spread with another salt");
        }
        byte[] rows = new byte[Math.multiplyExact(capacity, Spreading.HASH)];
        int[] positions = new int[own];
        for (int i = 0; i < own; i++) {
            file.get(rows, i * Spreading.HASH, Spreading.HASH);
            positions[i] = file.getInt();
        }
        byte[] filling = new byte[rows.length - own * Spreading.HASH];
        random.nextBytes(filling);
        System.arraycopy(filling, 0, rows, own * Spreading.HASH, filling.length);
        return new Filled(Column.owning(rows, Spreading.HASH), positions);
    }

    /** Removes what was spread. */
    public void delete() {
        try {
            for (int bucket = 0; bucket < plan.buckets(); bucket++) {
                Files.deleteIfExists(Spreading.file(folder, bucket));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Rewrites a file with each hash once, and says how many there are. */
    static int compact(Path file) {
        byte[] all = read(file);
        int count = all.length / Spreading.ROW;
        byte[] hashes = new byte[count * Spreading.HASH];
        for (int i = 0; i < count; i++) {
            System.arraycopy(all, i * Spreading.ROW, hashes, i * Spreading.HASH, Spreading.HASH);
        }
        int[] first = Column.owning(hashes, Spreading.HASH).firstOfEach();
        if (first.length < count) {
            byte[] kept = new byte[first.length * Spreading.ROW];
            for (int i = 0; i < first.length; i++) {
                System.arraycopy(all, first[i] * Spreading.ROW, kept, i * Spreading.ROW, Spreading.ROW);
            }
            try {
                Files.write(file, kept);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return first.length;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
