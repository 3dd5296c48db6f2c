package org.sluice.worker.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.worker.buckets.Ledger;
import org.sluice.worker.buckets.Vault;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.WorkerFolder;

/**
 * What this party's jobs have come to, sealed under a key a job: {@code results/<job>/<step>.rows}. Every write is on the
 * disk before the method returns. A job that was purged stays purged. Several workers of the party may share the folder:
 * what must not cross is done by one of them at a time.
 */
final class SealedResults {

    private static final String PURGED = "purged";
    private static final String RUN = "run";
    private static final String BUCKETS = ".buckets-";
    private static final String LOCK = ".lock";

    /** A folder of buckets that is being removed. */
    private static final String GONE = ".gone";

    /** Says nothing of the result: by it the job's receipt is found. */
    private static final Set<String> STAYS = Set.of(PURGED, RUN);

    private final WorkerFolder folder;
    private final SecureRandom random;

    SealedResults(WorkerFolder folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /**
     * Seals rows for the run with this transcript, in place of those of an earlier run of the step.
     *
     * @throws Problem if the job was purged meanwhile: a run that was under way leaves nothing behind it
     */
    void seal(UUID job, UUID step, String transcript, byte[] rows) {
        alone(() -> {
            requireUnpurged(job);
            WorkerFolder.write(sealed(job, step), vault(job).seal(label(job, step, transcript), rows));
            return null;
        });
    }

    /** Among the threads of this worker, and among the party's workers. */
    private synchronized <T extends @Nullable Object> T alone(Supplier<T> action) {
        // a file's lock is between processes: within one, taking it twice is an error and no wait
        synchronized (SealedResults.class) {
            return whileLocked(action);
        }
    }

    private <T extends @Nullable Object> T whileLocked(Supplier<T> action) {
        try {
            WorkerFolder.directory(folder.results());
            try (FileChannel file = FileChannel.open(
                    folder.results().resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // given back with the file
                FileLock unusedLock = file.lock();
                WorkerFolder.onlyForOwner(folder.results().resolve(LOCK), "rw-------");
                return action.get();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Rows of exactly this run; none if this party has sealed none, or those of another run. */
    synchronized Optional<byte[]> open(UUID job, UUID step, String transcript) {
        Path file = of(job).resolve(step + ".rows");
        if (!Files.exists(file) || !Files.exists(key(job))) {
            return Optional.empty();
        }
        try {
            return Optional.of(vault(job).open(label(job, step, transcript), Files.readAllBytes(file)));
        } catch (IllegalStateException another) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Where a run keeps what its buckets came to, under the job's key; what an earlier begin of the step has left is
     * there, and what other ranges of it have come to.
     *
     * <p>Of the job's earlier steps nothing is left then.
     *
     * @param begins asked once for a step, by whoever of the party's workers comes first; false if it must not begin
     * @throws Problem if the job was purged meanwhile
     * @throws CutOtherwise if the step was begun in another number of buckets
     * @throws BegunTooOften if the step must not begin
     */
    BucketFolder buckets(UUID job, UUID step, int buckets, Range range, BooleanSupplier begins) {
        return alone(() -> {
            requireUnpurged(job);
            Vault vault = vault(job);
            Path all = of(job).resolve(step + BUCKETS + buckets);
            Path place = range.equals(Range.WHOLE) ? all : all.resolve("range-" + range.index());
            try {
                if (!Files.exists(all)) {
                    if (bucketsOf(job, step).isPresent()) {
                        throw new CutOtherwise();
                    }
                    if (!begins.getAsBoolean()) {
                        throw new BegunTooOften();
                    }
                    for (Path each : allBucketFolders(job)) {
                        remove(each);
                    }
                }
                WorkerFolder.directory(all);
                WorkerFolder.directory(place);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return new BucketFolder(place, new Ledger(all, vault));
        });
    }

    /** The step was begun in another number of buckets. */
    static final class CutOtherwise extends RuntimeException {

        private static final long serialVersionUID = 1;

        CutOtherwise() {
            super("The step was begun in another number of buckets");
        }
    }

    /** The job was begun as often as it may be: each begin is a new query to the peer. */
    static final class BegunTooOften extends RuntimeException {

        private static final long serialVersionUID = 1;

        BegunTooOften() {
            super("The job was begun as often as it may be");
        }
    }

    /** @param place for the party's own items, spread, of this range alone */
    record BucketFolder(Path place, Ledger ledger) {}

    /** Into how many buckets an earlier begin of the step has cut it. */
    synchronized Optional<Integer> bucketsOf(UUID job, UUID step) {
        return bucketFolders(job, step)
                .findFirst()
                .map(folder -> Integer.valueOf(folder.getFileName().toString().substring((step + BUCKETS).length())));
    }

    /** How many of a range of them are done here. */
    int bucketsDone(UUID job, UUID step, Range range) {
        return bucketsOf(job, step)
                .map(buckets -> buckets(job, step, buckets, range, () -> true)
                        .ledger()
                        .done(range.from(buckets), range.to(buckets)))
                .orElse(0);
    }

    /** Removes what a step's buckets have left; its end is kept elsewhere. */
    void forgetBuckets(UUID job, UUID step) {
        if (bucketsOf(job, step).isEmpty()) {
            return;
        }
        alone(() -> {
            try {
                for (Path each : bucketFolders(job, step).toList()) {
                    remove(each);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return null;
        });
    }

    private List<Path> allBucketFolders(UUID job) throws IOException {
        return files(job).stream()
                .filter(each -> each.getFileName().toString().matches(".*" + BUCKETS + "\\d+"))
                .toList();
    }

    private Stream<Path> bucketFolders(UUID job, UUID step) {
        try {
            return (Files.exists(of(job)) ? files(job) : List.<Path>of())
                    .stream().filter(each -> each.getFileName().toString().matches(step + BUCKETS + "\\d+"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Out of the way of a run that still writes into it, first: what that writes then has no place. */
    private void remove(Path folder) throws IOException {
        Path gone = folder.resolveSibling(folder.getFileName() + GONE);
        WorkerFolder.remove(gone);
        Files.move(folder, gone, StandardCopyOption.ATOMIC_MOVE);
        WorkerFolder.remove(gone);
    }

    /** Names the step by which the job has run; said before the end itself is kept. */
    synchronized void ran(UUID job, UUID step) {
        directory(job);
        WorkerFolder.write(of(job).resolve(RUN), step.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** The step by which the job has run last. */
    synchronized Optional<UUID> run(UUID job) {
        Path file = of(job).resolve(RUN);
        try {
            return Files.exists(file)
                    ? Optional.of(UUID.fromString(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Writes rows where the party's own people find them.
     *
     * @throws Problem if the job was purged meanwhile
     */
    void release(UUID job, byte[] rows) {
        alone(() -> {
            requireUnpurged(job);
            try {
                WorkerFolder.directory(folder.released());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            WorkerFolder.write(released(job), rows);
            return null;
        });
    }

    /** Removes the key first: what is left without it says nothing to anybody. */
    void purge(UUID job) {
        alone(() -> {
            purged(job);
            return null;
        });
    }

    private void purged(UUID job) {
        directory(job);
        WorkerFolder.write(of(job).resolve(PURGED), new byte[0]);
        try {
            Files.deleteIfExists(key(job));
            Files.deleteIfExists(released(job));
            for (Path each : files(job)) {
                if (!STAYS.contains(each.getFileName().toString())) {
                    removeAny(each);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void removeAny(Path each) throws IOException {
        if (!Files.isDirectory(each)) {
            Files.delete(each);
        } else if (each.toString().endsWith(GONE)) {
            WorkerFolder.remove(each);
        } else {
            remove(each);
        }
    }

    synchronized boolean isPurged(UUID job) {
        return Files.exists(of(job).resolve(PURGED));
    }

    private void requireUnpurged(UUID job) {
        if (isPurged(job)) {
            throw new Problem(NoticeCode.JOB_PURGED, job);
        }
    }

    private List<Path> files(UUID job) throws IOException {
        try (var all = Files.list(of(job))) {
            return all.toList();
        }
    }

    private Vault vault(UUID job) {
        directory(job);
        return Vault.of(key(job), random);
    }

    private void directory(UUID job) {
        try {
            WorkerFolder.directory(folder.results());
            WorkerFolder.directory(of(job));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path sealed(UUID job, UUID step) {
        directory(job);
        return of(job).resolve(step + ".rows");
    }

    private Path of(UUID job) {
        return folder.results().resolve(job.toString());
    }

    private Path key(UUID job) {
        return of(job).resolve("key");
    }

    private Path released(UUID job) {
        return folder.released().resolve(job + ".csv");
    }

    private static String label(UUID job, UUID step, String transcript) {
        return job + "/" + step + "/" + transcript;
    }
}
