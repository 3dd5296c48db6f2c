package org.sluice.worker.party;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/**
 * Everything that one worker is and has, in one folder that only its owner may read.
 *
 * <pre>
 * worker.properties      settings
 * engine-credential      optional: the value of the Authorization header for the engine
 * identity/              party.key, party.crt, version.salt
 * trust/&lt;party&gt;.crt      certificates of peers
 * data/&lt;name&gt;.csv        identifiers
 * jobs/&lt;job&gt;.json        outcomes
 * log/worker.log
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
                Files.createDirectories(each);
                onlyForOwner(each, "rwx------");
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

    public Path log() {
        return root.resolve("log");
    }

    /** Writes a file that is there whole or not at all, even if the machine stops in between; readable by its owner. */
    public static void write(Path file, byte[] content) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            onlyForOwner(draft, "rw-------");
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file, failed);
        }
    }

    private static void onlyForOwner(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
