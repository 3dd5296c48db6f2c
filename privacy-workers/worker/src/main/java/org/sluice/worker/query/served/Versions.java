package org.sluice.worker.query.served;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.Secret;
import org.sluice.protocol.hidden.HiddenList;
import org.sluice.protocol.oprf.Mode;
import org.sluice.protocol.oprf.OprfKey;
import org.sluice.worker.party.WorkerFolder;

/**
 * What stays of one list across any end of the process: {@code key}, {@code counter}, and for a version v {@code content-v},
 * {@code update-v} (from the version before, if there is one) and, last, {@code list-v}. For one thread at a time.
 *
 * <p>Each file is there whole or not at all. A list and a content end with their SHA-256: a bit that turned on the disk would
 * else be an answer <em>not found</em>.
 */
final class Versions {

    private static final Logger LOG = LoggerFactory.getLogger(Versions.class);
    private static final String LIST = "list-";
    private static final String CONTENT = "content-";
    private static final String UPDATE = "update-";

    /** Updates that are kept; who is further behind fetches all. */
    private static final int UPDATES = 64;

    private final Path folder;

    Versions(Path folder) {
        this.folder = folder;
        try {
            WorkerFolder.directory(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A version as it was built. */
    record Built(HiddenList list, ListContent content) {
        int number() {
            return Math.toIntExact(list.publication().version());
        }
    }

    /** The one key of all versions; made, and kept before it is used, when there is none. */
    OprfKey key(SecureRandom random) {
        Path file = folder.resolve("key");
        if (!Files.exists(file)) {
            OprfKey made = OprfKey.random(Mode.VOPRF, random);
            made.scalar().use(bytes -> {
                WorkerFolder.write(file, bytes);
                return null;
            });
        }
        try {
            return OprfKey.of(Mode.VOPRF, Secret.copyOf(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A number that no version has had, nor will have if this one comes to nothing. */
    int next() {
        int next = last() + 1;
        WorkerFolder.write(folder.resolve("counter"), String.valueOf(next).getBytes(StandardCharsets.US_ASCII));
        return next;
    }

    private int last() {
        try {
            Path file = folder.resolve("counter");
            int counted = Files.exists(file) ? Integer.parseInt(Files.readString(file)) : 0;
            return Math.max(counted, numbers(LIST).reduce((a, b) -> b).orElse(0));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Keeps a version, its update first; what is no longer of use goes. */
    void keep(Built built, List<Update> updates) {
        int number = built.number();
        for (Update update : updates) {
            WorkerFolder.write(folder.resolve(UPDATE + update.to()), update.bytes());
        }
        hashed(CONTENT + number, out -> built.content().writeTo(new DataOutputStream(out)));
        hashed(LIST + number, built.list()::writeTo);
        numbers(LIST).filter(each -> each < number).forEach(each -> delete(LIST + each));
        numbers(CONTENT).filter(each -> each < number).forEach(each -> delete(CONTENT + each));
        int oldest = updates.isEmpty() ? number + 1 : number - UPDATES;
        numbers(UPDATE).filter(each -> each < oldest).forEach(each -> delete(UPDATE + each));
    }

    /** The newest version, if it can be read and is one of this key. */
    Optional<HiddenList> newest(OprfKey key) {
        OptionalInt number = numbers(LIST).mapToInt(each -> each).max();
        return number.isEmpty() ? Optional.empty() : read(LIST + number.getAsInt(), in -> HiddenList.readFrom(in, key));
    }

    /** What a version was built from, if that can be read. */
    Optional<ListContent> content(long number) {
        return read(CONTENT + number, in -> ListContent.readFrom(new DataInputStream(in)));
    }

    /** What leads from one version to another, step by step; nothing if a step is not kept. */
    Optional<List<byte[]>> updates(long from, int to) {
        List<byte[]> updates = new ArrayList<>();
        if (from < 0 || from >= to || to - from > UPDATES) {
            return Optional.empty();
        }
        try {
            for (long number = from + 1; number <= to; number++) {
                Path file = folder.resolve(UPDATE + number);
                if (!Files.exists(file)) {
                    return Optional.empty();
                }
                updates.add(Files.readAllBytes(file));
            }
            return Optional.of(updates);
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }

    /** What leads to a version from the one before. */
    @SuppressWarnings("ArrayRecordComponent") // handed from revision to file, never compared
    record Update(long to, byte[] bytes) {}

    private void hashed(String name, WorkerFolder.Content content) {
        MessageDigest sha256 = sha256();
        WorkerFolder.write(folder.resolve(name), out -> {
            OutputStream hashing = new DigestOutputStream(out, sha256);
            content.writeTo(hashing);
            hashing.flush();
            out.write(sha256.digest());
        });
    }

    private interface Reading<T> {
        T from(InputStream in) throws IOException;
    }

    private <T> Optional<T> read(String name, Reading<T> reading) {
        MessageDigest sha256 = sha256();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(folder.resolve(name)), 1 << 16)) {
            T read = reading.from(new DigestInputStream(file, sha256));
            if (!MessageDigest.isEqual(sha256.digest(), file.readAllBytes())) {
                throw new IOException("it is not what was written");
            }
            return Optional.of(read);
        } catch (IOException | IllegalArgumentException | ArithmeticException | NegativeArraySizeException altered) {
            LOG.error("{} in {} cannot be used: {}", name, folder, altered.toString());
            return Optional.empty();
        }
    }

    private Stream<Integer> numbers(String prefix) {
        try (var files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(prefix + "\\d{1,9}"))
                    .map(name -> Integer.valueOf(name.substring(prefix.length())))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException stays) {
            LOG.warn("{} stays in {}: {}", name, folder, stays.getMessage());
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
