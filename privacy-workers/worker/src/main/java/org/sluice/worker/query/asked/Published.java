package org.sluice.worker.query.asked;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.hidden.Publication;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.query.wire.ListName;

/** What one peer has published of one list, on the disk: the newest version and its SHA-256. For one thread at a time. */
final class Published {

    private static final Logger LOG = LoggerFactory.getLogger(Published.class);
    private static final String DIGEST = ".sha256";

    private final Path folder;

    private Published(Path folder) {
        this.folder = folder;
    }

    static Published of(WorkerFolder folder, PartyId peer, ListName list) {
        Path parent = folder.queries().resolve("published").resolve(peer.name());
        try {
            WorkerFolder.directory(folder.queries());
            WorkerFolder.directory(parent);
            return new Published(WorkerFolder.directory(parent.resolve(list.name())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path folder() {
        return folder;
    }

    static String digest(Publication publication) {
        return HexFormat.of().formatHex(publication.digest());
    }

    /** What was kept last, unless it was altered since: then it is fetched again. */
    Optional<Publication> newest() {
        Optional<Long> version = versions().stream().max(Comparator.naturalOrder());
        if (version.isEmpty()) {
            return Optional.empty();
        }
        try {
            Publication kept = Publication.of(Files.readAllBytes(file(version.get())));
            if (kept.version() == version.get()
                    && digestOf(version.get()).filter(digest(kept)::equals).isPresent()) {
                return Optional.of(kept);
            }
        } catch (IOException | Misbehaviour unreadable) {
            // said below
        }
        LOG.warn("Version {} in {} is not what was kept there", version.get(), folder);
        return Optional.empty();
    }

    /** The greatest version that was ever kept and what its digest was; stays when the publication is of no use any more. */
    Optional<Known> known() {
        return digests().stream().max(Comparator.naturalOrder()).flatMap(version -> digestOf(version)
                .map(digest -> new Known(version, digest)));
    }

    record Known(long version, String digest) {}

    /** Keeps a version, and forgets those before it. */
    void keep(Publication publication) {
        long version = publication.version();
        WorkerFolder.write(digestFile(version), digest(publication).getBytes(StandardCharsets.US_ASCII));
        WorkerFolder.write(file(version), publication.toBytes());
        versions().stream().filter(each -> each < version).forEach(each -> delete(file(each)));
        digests().stream().filter(each -> each < version).forEach(each -> delete(digestFile(each)));
    }

    private Optional<String> digestOf(long version) {
        try {
            return Optional.of(Files.readString(digestFile(version), StandardCharsets.ISO_8859_1)
                    .strip());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private Path file(long version) {
        return folder.resolve(String.valueOf(version));
    }

    private Path digestFile(long version) {
        return folder.resolve(version + DIGEST);
    }

    private List<Long> versions() {
        return numbers("");
    }

    private List<Long> digests() {
        return numbers(DIGEST);
    }

    private List<Long> numbers(String ending) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}" + ending))
                    .map(name -> Long.valueOf(name.substring(0, name.length() - ending.length())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warn("{} stays: {}", file, stays.getMessage());
        }
    }
}
