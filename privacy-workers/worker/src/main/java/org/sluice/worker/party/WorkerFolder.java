package org.sluice.worker.party;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/**
 * Everything that one worker is and has, in one folder that only its owner may read.
 *
 * <pre>
 * worker.properties      settings
 * engine-credential      optional: the value of the Authorization header for the engine
 * identity/              party.key, party.crt, receipt.key, version.salt
 * trust/&lt;party&gt;.crt      certificates of peers
 * trust/engine.pem       what the engine's orders are checked with
 * data/&lt;name&gt;.csv        identifiers
 * data/&lt;name&gt;.parquet    the same
 * data/&lt;name&gt;.query.properties   where a database has them
 * results/&lt;job&gt;/         what was learned, sealed
 * released/&lt;job&gt;.csv     what the party's own people may read
 * jobs/&lt;job&gt;.json        outcomes
 * masks/own, masks/peers  of large sets, made once a version, and as peers have sent theirs
 * query-credential       the token of the house's own systems for hidden queries
 * lists/&lt;list&gt;.csv       lists that peers may ask, each with &lt;list&gt;.properties
 * lists/expected.properties  optional: what peers' publications must be
 * queries/               lists as they are served, what was counted, what peers have published
 * log/worker.log, log/further-<address>/worker.log of further workers
 * </pre>
 */
public record WorkerFolder(Path root) {

    /** The folder of an existing worker. */
    public static WorkerFolder of(Path root) {
        WorkerFolder folder = new WorkerFolder(root.toAbsolutePath().normalize());
        if (!Files.exists(folder.certificate())) {
            throw new Problem(NoticeCode.FOLDER_EMPTY, root);
        }
        return folder;
    }

    /** A folder for a new worker, with nothing in it yet. */
    public static WorkerFolder create(Path root) {
        WorkerFolder folder = new WorkerFolder(root.toAbsolutePath().normalize());
        if (Files.exists(folder.certificate())) {
            throw new Problem(NoticeCode.FOLDER_TAKEN, root);
        }
        try {
            for (Path each : new Path[] {
                folder.root, folder.identity(), folder.trust(), folder.data(), folder.jobs(), folder.log()
            }) {
                directory(each);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return folder;
    }

    public Path settings() {
        return root.resolve("worker.properties");
    }

    public Path credential() {
        return root.resolve("engine-credential");
    }

    private Path identity() {
        return root.resolve("identity");
    }

    public Path key() {
        return identity().resolve("party.key");
    }

    public Path certificate() {
        return identity().resolve("party.crt");
    }

    public Path receiptKey() {
        return identity().resolve("receipt.key");
    }

    public Path versionSalt() {
        return identity().resolve("version.salt");
    }

    public Path trust() {
        return root.resolve("trust");
    }

    public Path trusted(PartyId party) {
        return trust().resolve(party + ".crt");
    }

    public Path data() {
        return root.resolve("data");
    }

    public Path jobs() {
        return root.resolve("jobs");
    }

    public Path engineKey() {
        return trust().resolve("engine.pem");
    }

    public Path results() {
        return root.resolve("results");
    }

    public Path released() {
        return root.resolve("released");
    }

    public Path masks() {
        return root.resolve("masks");
    }

    public Path queryCredential() {
        return root.resolve("query-credential");
    }

    public Path lists() {
        return root.resolve("lists");
    }

    public Path queries() {
        return root.resolve("queries");
    }

    public Path log() {
        return root.resolve("log");
    }

    /** Makes a folder for its owner alone, if it is not there yet. */
    public static Path directory(Path path) throws IOException {
        Files.createDirectories(path);
        onlyForOwner(path, "rwx------");
        return path;
    }

    /** Writes a file that is there whole or not at all, even if the machine stops in between; readable by its owner. */
    public static void write(Path file, byte[] content) {
        write(file, out -> out.write(content));
    }

    /** What {@link #write(Path, Content)} writes. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** As above, for what is too large to be held in one array. */
    public static void write(Path file, Content content) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            onlyForOwner(draft, "rw-------");
            OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(out), 1 << 16);
            content.writeTo(buffered);
            buffered.flush();
            out.force(true);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            settle(file.toAbsolutePath().getParent());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file, failed);
        }
    }

    /** Removes a folder and all that is in it; nothing where there is none. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var inside = Files.walk(folder)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Has the names in a folder on the disk too, where the system lets a folder be forced. */
    public static void settle(@Nullable Path folder) throws IOException {
        if (folder != null
                && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    /** Takes everybody else's rights away. */
    public static void onlyForOwner(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
