package org.sluice.worker.buckets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.sluice.protocol.Column;

/**
 * Spreads items over bucket files in one pass; memory is bounded by a buffer for each bucket.
 *
 * <p>A row on the disk is the first 16 bytes of SHA-256 over label, salt, length and item, and then the item's position
 * among those given. The first four bytes, as a fraction, choose the bucket.
 */
public final class Spreading implements AutoCloseable {

    static final int HASH = 16;
    static final int ROW = HASH + Integer.BYTES;

    private static final VarHandle POSITION = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] LABEL = "sluice/bucket-item/v1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROWS_BUFFERED = 3200;

    private final Path folder;
    private final byte[] salt;
    private final List<OutputStream> files;
    private final byte[][] buffers;
    private final int[] filled;
    private final MessageDigest digest = sha256();
    private int given;

    private Spreading(Path folder, byte[] salt, int buckets) throws IOException {
        this.folder = folder;
        this.salt = salt.clone();
        this.files = new ArrayList<>(buckets);
        this.buffers = new byte[buckets][ROWS_BUFFERED * ROW];
        this.filled = new int[buckets];
        try {
            for (int bucket = 0; bucket < buckets; bucket++) {
                files.add(Files.newOutputStream(file(folder, bucket)));
            }
        } catch (IOException failed) {
            close();
            throw failed;
        }
    }

    /** Begins anew in an existing folder; what an earlier pass left there is overwritten. */
    public static Spreading into(Path folder, byte[] salt, int buckets) {
        try {
            return new Spreading(folder, salt, buckets);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Path file(Path folder, int bucket) {
        return folder.resolve("bucket-" + bucket + ".rows");
    }

    /** Adds items, a row each; positions count on. */
    public void add(Column items) {
        byte[] item = new byte[items.width()];
        for (int i = 0; i < items.count(); i++) {
            items.copyRows(i, i + 1, item, 0);
            add(item);
        }
    }

    /** Adds one item. */
    public void add(byte[] item) {
        digest.update(LABEL);
        digest.update(salt);
        digest.update(new byte[] {
            (byte) (item.length >>> 24), (byte) (item.length >>> 16), (byte) (item.length >>> 8), (byte) item.length
        });
        byte[] hash = digest.digest(item);
        int bucket = bucketOf(hash);
        byte[] buffer = buffers[bucket];
        System.arraycopy(hash, 0, buffer, filled[bucket], HASH);
        POSITION.set(buffer, filled[bucket] + HASH, given++);
        filled[bucket] += ROW;
        if (filled[bucket] == buffer.length) {
            flush(bucket);
        }
    }

    /** The first four bytes as a fraction of the buckets. */
    private int bucketOf(byte[] hash) {
        long fraction = Integer.toUnsignedLong((int) POSITION.get(hash, 0));
        return (int) ((fraction * buffers.length) >>> Integer.SIZE);
    }

    /**
     * Takes repeated items out, each of which keeps its first position, and says what there is.
     *
     * @return what was spread; closes this
     */
    public SpreadSet finish() {
        for (int bucket = 0; bucket < buffers.length; bucket++) {
            flush(bucket);
        }
        close();
        int items = 0;
        for (int bucket = 0; bucket < buffers.length; bucket++) {
            items += SpreadSet.compact(file(folder, bucket));
        }
        return new SpreadSet(folder, new BucketPlan(items, buffers.length));
    }

    private void flush(int bucket) {
        try {
            files.get(bucket).write(buffers[bucket], 0, filled[bucket]);
            filled[bucket] = 0;
        } catch (IOException full) {
            throw new UncheckedIOException("Cannot write " + file(folder, bucket), full);
        }
    }

    /** Leaves what is not {@linkplain #finish() finished} unwritten. */
    @Override
    public void close() {
        IOException first = null;
        for (OutputStream each : files) {
            try {
                each.close();
            } catch (IOException failed) {
                first = first == null ? failed : first;
            }
        }
        if (first != null) {
            throw new UncheckedIOException(first);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
