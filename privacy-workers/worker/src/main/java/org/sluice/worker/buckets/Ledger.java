package org.sluice.worker.buckets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.Intersection;
import org.sluice.worker.party.WorkerFolder;

/**
 * What one party keeps of a job's buckets across any kill: how often each was begun, and, sealed, what it came to: the
 * positions at a party that learns them, and what has gone over the line at both. Every write is on the disk before the method returns.
 */
public final class Ledger {

    private final Path folder;
    private final Vault vault;

    /** @param folder of this job alone, which exists */
    public Ledger(Path folder, Vault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    /** Counts one more begin of a bucket, and says how many there have been. */
    int begin(int bucket) {
        int attempts = attempts(bucket) + 1;
        WorkerFolder.write(attemptsFile(bucket), String.valueOf(attempts).getBytes(StandardCharsets.US_ASCII));
        return attempts;
    }

    /** How often a bucket was begun. */
    public int attempts(int bucket) {
        try {
            Path file = attemptsFile(bucket);
            return Files.exists(file) ? Integer.parseInt(Files.readString(file)) : 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Keeps the positions that a bucket came to, ascending, and what has gone over the line for it.
     *
     * @param transcript hash over what was sent and received
     */
    void keep(int bucket, int[] positions, byte[] transcript, long bytes) {
        ByteBuffer content = ByteBuffer.allocate(transcript.length + Long.BYTES + positions.length * Integer.BYTES);
        content.put(transcript).putLong(bytes);
        for (int position : positions) {
            content.putInt(position);
        }
        WorkerFolder.write(resultFile(bucket), vault.seal(label(bucket), content.array()));
    }

    /** What a bucket came to, if it is done here. */
    Optional<Kept> kept(int bucket) {
        try {
            Path file = resultFile(bucket);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            ByteBuffer content = ByteBuffer.wrap(vault.open(label(bucket), Files.readAllBytes(file)));
            byte[] transcript = new byte[Kept.TRANSCRIPT];
            content.get(transcript);
            long bytes = content.getLong();
            int[] positions = new int[content.remaining() / Integer.BYTES];
            content.asIntBuffer().get(positions);
            return Optional.of(new Kept(positions, transcript, bytes));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether a bucket's result is on the disk here. */
    public boolean isDone(int bucket) {
        return Files.exists(resultFile(bucket));
    }

    /**
     * One bucket's result.
     *
     * @param positions of the own items that are common, as given
     */
    @SuppressWarnings("ArrayRecordComponent") // handed from file to sum, never compared
    record Kept(int[] positions, byte[] transcript, long bytes) {
        static final int TRANSCRIPT = 32;
    }

    /** Positions of all buckets of a range together, ascending; all must be done. */
    public int[] positions(int from, int to) {
        int[] all = new int[0];
        for (int bucket = from; bucket < to; bucket++) {
            int[] more = doneWith(bucket).positions();
            int before = all.length;
            all = Arrays.copyOf(all, before + more.length);
            System.arraycopy(more, 0, all, before, more.length);
        }
        Arrays.sort(all);
        return all;
    }

    private Kept doneWith(int bucket) {
        return kept(bucket).orElseThrow(() -> new IllegalStateException("Bucket " + bucket + " is not done"));
    }

    /** How many of a range's buckets are done here. */
    public int done(int from, int to) {
        return (int) IntStream.range(from, to).filter(this::isDone).count();
    }

    /** What has gone over the line in the runs that came to the results of a range, both ways; equal at both parties. */
    public long bytes(int from, int to) {
        return IntStream.range(from, to)
                .mapToLong(bucket -> doneWith(bucket).bytes())
                .sum();
    }

    /** 32 bytes over every message of those runs, in the order of the buckets; equal at both parties. */
    public byte[] transcript(int from, int to) {
        ByteBuffer all = ByteBuffer.allocate((to - from) * Kept.TRANSCRIPT);
        for (int bucket = from; bucket < to; bucket++) {
            all.put(doneWith(bucket).transcript());
        }
        return Hashing.SHA_256.of("sluice/bucket-transcripts/v1", all.array());
    }

    /** The result as positions of the items that were given, without the random rows. */
    static int[] translated(Intersection common, int[] positions) {
        return Arrays.stream(common.positions())
                .filter(row -> row < positions.length)
                .map(row -> positions[row])
                .toArray();
    }

    private String label(int bucket) {
        return folder.getFileName() + "/" + bucket;
    }

    private Path attemptsFile(int bucket) {
        return folder.resolve("bucket-" + bucket + ".attempts");
    }

    private Path resultFile(int bucket) {
        return folder.resolve("bucket-" + bucket + ".result");
    }
}
