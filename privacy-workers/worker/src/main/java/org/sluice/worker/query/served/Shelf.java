package org.sluice.worker.query.served;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.query.wire.ListName;
import org.sluice.worker.query.wire.Offer;
import org.sluice.worker.query.wire.Refusal;
import org.sluice.worker.query.wire.Refused;

/** All lists of a worker. One thread of its own looks at their files and builds, one list after the other. */
final class Shelf implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final WorkerFolder folder;
    private final Computing computing;
    private final Map<String, ServedList> lists = new ConcurrentSkipListMap<>();
    private final Thread builder = new Thread(this::keepLooking, "list-builder");

    Shelf(WorkerFolder folder, Computing computing) {
        this.folder = folder;
        this.computing = computing;
        builder.setDaemon(true);
    }

    void open() {
        builder.start();
    }

    /** A list that somebody may ask now, and how much. */
    record Open(Edition edition, ListTerms terms, ListName name) {}

    /** @throws Refused if there is none of this name for this caller, or none yet */
    Open open(PartyId caller, String name) {
        ServedList list = lists.get(name);
        ListTerms terms = list == null ? null : list.file().terms();
        if (list == null || terms == null || !terms.admit(caller)) {
            throw new Refused(Refusal.UNKNOWN);
        }
        Edition edition = list.edition().orElseThrow(() -> new Refused(Refusal.NOT_READY));
        return new Open(edition, terms, list.file().name());
    }

    /** What this caller may ask. */
    List<Offer> offers(PartyId caller) {
        return lists.values().stream()
                .filter(list -> list.file().terms().admit(caller))
                .map(list -> list.edition()
                        .map(each -> each.offer(list.file().name()))
                        .orElse(Offer.preparing(list.file().name())))
                .toList();
    }

    long bytes() {
        return lists.values().stream().mapToLong(ServedList::bytes).sum();
    }

    private void keepLooking() {
        try {
            while (true) {
                lookCarefully();
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
        } catch (InterruptedException closed) {
            // the end
        }
    }

    /** A thread that dies would leave every list as it is. */
    private void lookCarefully() {
        try {
            look();
        } catch (RuntimeException failed) {
            LOG.error("The folder of lists cannot be looked at", failed);
        }
    }

    private void look() {
        List<ListFile> files = ListFile.in(folder.lists());
        lists.keySet().removeIf(name -> files.stream()
                .noneMatch(file -> file.name().name().equals(name)));
        for (ListFile file : files) {
            if (!lists.containsKey(file.name().name())) {
                carefully(file, () -> add(file));
            }
        }
        for (ListFile file : files) {
            Optional.ofNullable(lists.get(file.name().name())).ifPresent(list -> carefully(file, list::look));
        }
    }

    private void add(ListFile file) {
        Path kept = folder.queries().resolve("served").resolve(file.name().name());
        ServedList list = new ServedList(file, new Versions(kept), computing);
        list.load();
        lists.put(file.name().name(), list);
    }

    /** What goes wrong with one list keeps no other from being served. */
    private static void carefully(ListFile file, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.error("The list {} could not be brought to what its file says", file.name(), failed);
        }
    }

    @Override
    public void close() {
        builder.interrupt();
    }
}
