package org.sluice.worker.masks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Secret;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.BatchedGroup.Step;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.unbalanced.ListFunction;
import org.sluice.protocol.psi.unbalanced.ListKey;
import org.sluice.protocol.psi.unbalanced.MaskedList;
import org.sluice.protocol.psi.unbalanced.Masks;
import org.sluice.protocol.psi.unbalanced.Unbalanced;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.data.FileMark;
import org.sluice.worker.party.WorkerFolder;

/**
 * This party's data sets as peers look things up in them: {@code masks/own/<name>.<function>} holds the version that was
 * masked last, what it was made of, and its key. A version whose content differs in few items is made from the one before, by
 * masking these alone; key and salt stay, so that peers follow by what changed. Who removes the file, even under a worker that
 * runs, has the next job begin under another key, and peers fetch all; so it is where the file was altered or an older one
 * was put in its place, since nobody knows then which versions peers hold.
 *
 * <p>May be shared by the threads of one worker.
 */
public final class OwnLists {

    private static final Logger LOG = LoggerFactory.getLogger(OwnLists.class);

    /** Enough for the largest sets on both sides, so that neither a list that grows nor a client that comes needs others. */
    static final int WIDTH = Masks.width(Terms.LARGEST_SET);

    /** Of memory: the identifier, its mask, and the mask once more in what a peer lacks. */
    private static final long BYTES_OF_AN_ITEM = 64;

    private final Path root;
    private final Path folder;
    private final SecureRandom random;
    private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    public OwnLists(WorkerFolder folder, SecureRandom random) {
        this.root = folder.masks();
        this.folder = root.resolve("own");
        this.random = random;
    }

    /**
     * A version in memory, with what it was made of.
     *
     * @param mark of the file in which it stands
     */
    private record Prepared(MaskedList list, KeptList kept, ListKey key, String mark) {

        boolean isOf(DataSet set) {
            return kept.handle().equals(set.handle().toString());
        }

        long bytes() {
            return list.count() * BYTES_OF_AN_ITEM;
        }
    }

    /**
     * The masks of exactly this version of a data set; made now where they are not there, which takes one evaluation an item
     * that is new. Asked for one set by two threads, the second waits.
     *
     * @param listener hears how many of those that are made now are done
     */
    public MaskedList of(
            DataSet set, ListFunction function, Unbalanced protocol, Cores cores, BatchedGroup.Listener listener) {
        String name = name(set, function);
        ReentrantLock lock = locks.computeIfAbsent(name, each -> new ReentrantLock());
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while another job makes the same masks");
        }
        try {
            Path file = directory().resolve(name);
            Optional<Prepared> last = standing(name, file).or(() -> read(name, file, function));
            if (last.isEmpty() || !last.get().isOf(set)) {
                last = Optional.of(made(name, file, last, set, function, protocol, cores, listener));
            }
            prepared.put(name, last.get());
            return last.get().list();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the masks of exactly this version stand in memory. */
    public boolean has(DataSet set, ListFunction function) {
        String name = name(set, function);
        return standing(name, folder.resolve(name))
                .filter(each -> each.isOf(set))
                .isPresent();
    }

    /** Of memory that masks of a set take at present, of whichever version. */
    public long bytes(DataSet set, ListFunction function) {
        return Optional.ofNullable(prepared.get(name(set, function)))
                .map(Prepared::bytes)
                .orElse(0L);
    }

    private static String name(DataSet set, ListFunction function) {
        return set.handle().name() + "." + slug(function);
    }

    private Optional<Prepared> standing(String name, Path file) {
        return Optional.ofNullable(prepared.get(name))
                .filter(known -> Files.exists(file) && known.mark().equals(FileMark.of(name, file)));
    }

    /** Of memory that lists take at present. */
    public long bytes() {
        return prepared.values().stream().mapToLong(Prepared::bytes).sum();
    }

    private Prepared made(
            String name,
            Path file,
            Optional<Prepared> last,
            DataSet set,
            ListFunction function,
            Unbalanced protocol,
            Cores cores,
            BatchedGroup.Listener listener) {
        Secret secret = last.map(each -> each.kept().key()).orElseGet(() -> function.draw(random));
        ListKey key = last.map(Prepared::key).orElseGet(() -> function.key(secret));
        byte[] salt = last.map(each -> each.list().masks().salt()).orElseGet(this::freshSalt);
        Terms terms = new Terms(protocol.method(), Output.ONE_LEARNS, salt, 0, Terms.LARGEST_SET);
        MaskedList list = last.isEmpty()
                ? whole(set, terms, function, key, 0, cores, listener)
                : followed(last.get(), set, terms, function, key, cores, listener);
        KeptList kept = new KeptList(set.handle().toString(), secret, set.identifiers(), list.masks());
        WorkerFolder.write(file, kept::writeTo);
        LOG.info(
                "The masks of {} are made: {} items, version {}",
                set.handle(),
                list.count(),
                list.masks().version());
        return new Prepared(list, kept, key, FileMark.of(name, file));
    }

    private byte[] freshSalt() {
        byte[] salt = new byte[Terms.SALT_LENGTH];
        random.nextBytes(salt);
        return salt;
    }

    private MaskedList followed(
            Prepared before,
            DataSet set,
            Terms terms,
            ListFunction function,
            ListKey key,
            Cores cores,
            BatchedGroup.Listener listener) {
        KeptList.Difference difference = before.kept().differenceTo(set.identifiers());
        long changed = (long) difference.added().count() + difference.removed().count();
        if (changed < set.size() / 2) {
            return before.list()
                    .changed(
                            ItemSet.of(difference.added(), terms),
                            ItemSet.of(difference.removed(), terms),
                            cores,
                            done -> listener.done(Step.OWN, done, (int) changed));
        }
        return whole(set, terms, function, key, before.list().masks().version() + 1, cores, listener);
    }

    private static MaskedList whole(
            DataSet set,
            Terms terms,
            ListFunction function,
            ListKey key,
            long version,
            Cores cores,
            BatchedGroup.Listener listener) {
        return MaskedList.of(
                ItemSet.of(set.items(), terms),
                function,
                key,
                WIDTH,
                version,
                cores,
                done -> listener.done(Step.OWN, done, set.size()));
    }

    private static Optional<Prepared> read(String name, Path file, ListFunction function) {
        String mark = FileMark.of(name, file);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            KeptList kept = KeptList.read(file);
            ListKey key = function.key(kept.key());
            return Optional.of(new Prepared(MaskedList.of(kept.masks(), function, key), kept, key, mark));
        } catch (IOException | IllegalArgumentException altered) {
            LOG.warn("{} begins under another key, because it cannot be used: {}", file, altered.toString());
            return Optional.empty();
        }
    }

    private Path directory() {
        try {
            WorkerFolder.directory(root);
            return WorkerFolder.directory(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A function's name as part of a file's. */
    static String slug(ListFunction function) {
        byte[] name = function.suite().getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().formatHex(Hashing.SHA_256.digest().digest(name), 0, Long.BYTES);
    }
}
