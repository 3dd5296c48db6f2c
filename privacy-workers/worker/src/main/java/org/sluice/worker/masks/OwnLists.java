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
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Secret;
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
import org.sluice.worker.party.WorkerFolder;

/**
 * This party's data sets as peers look things up in them: {@code masks/own/<name>.<function>/} holds {@code key}, {@code
 * salt} and {@code list}, the version that was masked last with what it was made of. A version whose content differs in few
 * items is made from the one before, by masking these alone; key and salt stay, so that peers follow by what changed. Who
 * removes the folder begins anew, under another key, and peers fetch all; so it is where what was kept was altered.
 *
 * <p>May be shared by the threads of one worker.
 */
public final class OwnLists {

    private static final Logger LOG = LoggerFactory.getLogger(OwnLists.class);

    /** Enough for the largest sets on both sides, so that neither a list that grows nor a client that comes needs others. */
    private static final int WIDTH = Masks.width(Terms.LARGEST_SET);

    private final Path root;
    private final Path folder;
    private final SecureRandom random;
    private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    public OwnLists(WorkerFolder folder, SecureRandom random) {
        this.root = folder.masks();
        this.folder = root.resolve("own");
        this.random = random;
    }

    /** A version in memory, with what it was made of. */
    private record Prepared(MaskedList list, KeptList kept) {}

    /** What stays of a list from version to version. */
    private record Standing(ListKey key, Optional<Prepared> last) {}

    /**
     * The masks of exactly this version of a data set; made now where they are not there, which takes one evaluation an item
     * that is new. Asked for one set by two threads, the second waits.
     */
    public MaskedList of(DataSet set, ListFunction function, Unbalanced protocol, Cores cores) {
        String name = set.handle().name() + "." + slug(function);
        synchronized (locks.computeIfAbsent(name, each -> new Object())) {
            Prepared known = prepared.get(name);
            if (known == null || !isOf(known, set)) {
                known = made(directory(name), known, set, function, protocol, cores);
                prepared.put(name, known);
            }
            return known.list();
        }
    }

    private static boolean isOf(Prepared prepared, DataSet set) {
        return prepared.kept().handle().equals(set.handle().toString());
    }

    private Prepared made(
            Path place,
            @Nullable Prepared known,
            DataSet set,
            ListFunction function,
            Unbalanced protocol,
            Cores cores) {
        Standing standing = standing(place, function);
        Optional<Prepared> last = known == null ? standing.last() : Optional.of(known);
        if (last.isPresent() && isOf(last.get(), set)) {
            return last.get();
        }
        Terms terms = new Terms(protocol.method(), Output.ONE_LEARNS, salt(place), 0, Terms.LARGEST_SET);
        MaskedList list = last.isEmpty()
                ? MaskedList.of(ItemSet.of(set.items(), terms), function, standing.key(), WIDTH, 0, cores)
                : followed(last.get(), set, terms, function, standing.key(), cores);
        KeptList kept = new KeptList(set.handle().toString(), set.identifiers(), list.masks());
        WorkerFolder.write(place.resolve("list"), kept::writeTo);
        LOG.info(
                "The masks of {} are made: {} items, version {}",
                set.handle(),
                list.count(),
                list.masks().version());
        return new Prepared(list, kept);
    }

    private MaskedList followed(
            Prepared before, DataSet set, Terms terms, ListFunction function, ListKey key, Cores cores) {
        KeptList.Difference difference = before.kept().differenceTo(set.identifiers());
        boolean few = (long) difference.added().count() + difference.removed().count() < set.size() / 2;
        if (few) {
            return before.list()
                    .changed(ItemSet.of(difference.added(), terms), ItemSet.of(difference.removed(), terms), cores);
        }
        return MaskedList.of(
                ItemSet.of(set.items(), terms),
                function,
                key,
                WIDTH,
                before.list().masks().version() + 1,
                cores);
    }

    /** Whose list was altered begins under another key, since nobody knows which versions peers hold under the old one. */
    private Standing standing(Path place, ListFunction function) {
        ListKey key = function.key(secret(place, function));
        try {
            return new Standing(key, read(place, function, key));
        } catch (IOException | IllegalArgumentException altered) {
            LOG.warn(
                    "{} begins under another key, because what was kept cannot be used: {}", place, altered.toString());
        }
        try {
            WorkerFolder.remove(place);
            WorkerFolder.directory(place);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
        return new Standing(function.key(secret(place, function)), Optional.empty());
    }

    private static Optional<Prepared> read(Path place, ListFunction function, ListKey key) throws IOException {
        Path file = place.resolve("list");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        KeptList kept = KeptList.read(file);
        return Optional.of(new Prepared(MaskedList.of(kept.masks(), function, key), kept));
    }

    private Secret secret(Path place, ListFunction function) {
        return Secret.copyOf(once(place.resolve("key"), function.draw(random).use(byte[]::clone)));
    }

    private byte[] salt(Path place) {
        byte[] salt = new byte[Terms.SALT_LENGTH];
        random.nextBytes(salt);
        return once(place.resolve("salt"), salt);
    }

    /** What the file holds; of a file that is not there, what is written to it now. */
    private static byte[] once(Path file, byte[] fresh) {
        try {
            if (!Files.exists(file)) {
                WorkerFolder.write(file, fresh);
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path directory(String name) {
        try {
            WorkerFolder.directory(root);
            WorkerFolder.directory(folder);
            return WorkerFolder.directory(folder.resolve(name));
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
