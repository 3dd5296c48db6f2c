package org.sluice.worker.masks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.psi.unbalanced.ListFunction;
import org.sluice.protocol.psi.unbalanced.Masks;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.WorkerFolder;

/**
 * What this party keeps of peers' sets between two look-ups: {@code masks/peers/<peer>/<name>.<function>}. Nobody can tell an
 * item from a mask without asking the peer. A file that is lost or altered is fetched again.
 */
public final class PeersMasks {

    private static final Logger LOG = LoggerFactory.getLogger(PeersMasks.class);

    private final Path root;
    private final Path folder;
    private final Map<Path, Integer> announced = new ConcurrentHashMap<>();

    public PeersMasks(WorkerFolder folder) {
        this.root = folder.masks();
        this.folder = root.resolve("peers");
    }

    /** Those of the peer's list that goes by this salt, if any are kept: under another salt it is another list. */
    public Optional<Masks> of(PartyId peer, String dataSet, ListFunction function, byte[] salt) {
        Path file = file(peer, dataSet, function);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Masks.of(Files.readAllBytes(file))).filter(masks -> Arrays.equals(masks.salt(), salt));
        } catch (IllegalArgumentException altered) {
            LOG.warn("{} is fetched again: {}", file, altered.getMessage());
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.warn("{} is fetched again: {}", file, unreadable.toString());
            return Optional.empty();
        }
    }

    /** The peer says that its list has so many items. */
    public void expect(PartyId peer, String dataSet, ListFunction function, int items) {
        announced.put(file(peer, dataSet, function), items);
    }

    /** How many masks the peer's list will have, as far as is known: what it said last, or else what is kept of it. */
    public long expected(PartyId peer, String dataSet, ListFunction function) {
        Path file = file(peer, dataSet, function);
        Integer said = announced.get(file);
        return said == null ? file.toFile().length() / OwnLists.WIDTH : said;
    }

    /** The peer's list does not follow from what is kept, whoever is to blame: the next run fetches all. */
    public synchronized void forget(PartyId peer, String dataSet, ListFunction function) {
        Path file = file(peer, dataSet, function);
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warn("{} stays", file, stays);
        }
    }

    /** In place of those of an earlier version. What cannot be kept costs the next run time, and this one nothing. */
    public synchronized void keep(PartyId peer, String dataSet, ListFunction function, Masks masks) {
        try {
            WorkerFolder.directory(root);
            WorkerFolder.directory(folder);
            WorkerFolder.directory(folder.resolve(peer.name()));
            WorkerFolder.write(file(peer, dataSet, function), masks.toBytes());
        } catch (IOException | UncheckedIOException failed) {
            LOG.warn("The masks of {} at {} are not kept", dataSet, peer, failed);
        }
    }

    private Path file(PartyId peer, String dataSet, ListFunction function) {
        return folder.resolve(peer.name()).resolve(dataSet + "." + OwnLists.slug(function));
    }
}
