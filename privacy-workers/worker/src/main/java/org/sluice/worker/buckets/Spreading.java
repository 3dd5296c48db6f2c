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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
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
    private final SortedMap<Integer, BucketFile> files = new TreeMap<>();
    private final int buckets;
    private final MessageDigest digest = sha256();
    private int given;
    private int elsewhere;

    private Spreading(Path folder, byte[] salt, int buckets, IntPredicate wanted) throws IOException {
        this.folder = folder;
        this.salt = salt.clone();
        this.buckets = buckets;
        try {
            for (int bucket = 0; bucket < buckets; bucket++) {
                if (wanted.test(bucket)) {
                    files.put(bucket, new BucketFile(file(folder, bucket)));
                }
            }
        } catch (IOException failed) {
            close();
            throw failed;
        }
    }

    /** Begins anew in an existing folder; what an earlier pass left there is overwritten. */
    public static Spreading into(Path folder, byte[] salt, int buckets) {
        return into(folder, salt, buckets, bucket -> true);
    }

    /**
     * As above, and writes only those buckets that are wanted.
     *
     * @param wanted where not all are, items that are given must differ from each other: in what is not written no repeated
     *     one is found
     */
    public static Spreading into(Path folder, byte[] salt, int buckets, IntPredicate wanted) {
        try {
            return new Spreading(folder, salt, buckets, wanted);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One bucket's file, with what is not yet written to it. */
    private static final class BucketFile {

        private final Path path;
        private final OutputStream out;
        private final byte[] buffer = new byte[ROWS_BUFFERED * ROW];
        private int filled;

        BucketFile(Path path) throws IOException {
            this.path = path;
            this.out = Files.newOutputStream(path);
        }

        void add(byte[] hash, int position) {
            System.arraycopy(hash, 0, buffer, filled, HASH);
            POSITION.set(buffer, filled + HASH, position);
            filled += ROW;
            if (filled == buffer.length) {
                flush();
            }
        }

        void flush() {
            try {
                out.write(buffer, 0, filled);
                filled = 0;
            } catch (IOException full) {
                throw new UncheckedIOException("Cannot write " + path, full);
            }
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
        BucketFile file = files.get(bucketOf(hash));
        if (file == null) {
            elsewhere++;
        } else {
            file.add(hash, given);
        }
        given++;
    }

    /** The first four bytes as a fraction of the buckets. */
    private int bucketOf(byte[] hash) {
        long fraction = Integer.toUnsignedLong((int) POSITION.get(hash, 0));
        return (int) ((fraction * buckets) >>> Integer.SIZE);
    }

    /**
     * Takes repeated items out, each of which keeps its first position, and says what there is.
     *
     * @return what was spread; closes this
     */
    public SpreadSet finish() {
        files.values().forEach(BucketFile::flush);
        close();
        int items = elsewhere;
        for (int bucket : files.keySet()) {
            items += SpreadSet.compact(file(folder, bucket));
        }
        return new SpreadSet(folder, new BucketPlan(items, buckets));
    }

    /** Leaves what is not {@linkplain #finish() finished} unwritten. */
    @Override
    public void close() {
        IOException first = null;
        for (BucketFile each : files.values()) {
            try {
                each.out.close();
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
