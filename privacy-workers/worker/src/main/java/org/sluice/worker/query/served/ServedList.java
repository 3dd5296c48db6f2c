package org.sluice.worker.query.served;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.Cores;
import org.sluice.protocol.hidden.Change;
import org.sluice.protocol.hidden.HiddenList;
import org.sluice.protocol.hidden.Overflow;
import org.sluice.protocol.hidden.Revision;
import org.sluice.protocol.oprf.OprfKey;
import org.sluice.worker.notice.Problem;

/** One list, brought to what its file says by one thread while others serve what there is. */
final class ServedList {

    private static final Logger LOG = LoggerFactory.getLogger(ServedList.class);

    /** Above that a revision is hardly shorter than a publication. */
    private static final int CHANGES = 4096;

    /** Numbers that came to nothing and are passed over one by one. */
    private static final int PASSED_OVER = 8;

    /** About a minute. */
    private static final int LOOKS_AFTER_FAILURE = 30;

    /**
     * Bytes of memory for an entry: 105 of the table that was measured with a million entries, as much again for the next version
     * while it is built beside the served one, and the contents of both, about 50 each.
     */
    private static final long BYTES_OF_AN_ENTRY = 320;

    private final ListFile file;
    private final Versions versions;
    private final OprfKey key;
    private final SecureRandom random;
    private final Cores cores;
    private String seen = "";
    private String lastLook = "";
    private int rest;
    private volatile @Nullable Edition edition;
    private volatile int coming;

    ServedList(ListFile file, Versions versions, Computing computing) {
        this.file = file;
        this.versions = versions;
        this.key = versions.key(computing.random()).on(computing.p256());
        this.random = computing.random();
        this.cores = computing.cores();
    }

    /** What is served now; nothing while the first version is being prepared. */
    Optional<Edition> edition() {
        return Optional.ofNullable(edition);
    }

    /** At most, with the next version beside the present one: what is counted does not jump whenever a file changes. */
    long bytes() {
        int present = edition().map(each -> each.list().records()).orElse(0);
        return Math.max(present, coming) * BYTES_OF_AN_ENTRY;
    }

    ListFile file() {
        return file;
    }

    /** Serves the version that was kept, if there is one, whatever the file says by now. */
    void load() {
        versions.newest(key).ifPresent(this::serve);
    }

    /** Builds the next version if the file is another one than when it was last looked at. */
    void look() {
        Optional<String> now = file.fingerprint();
        if (now.isEmpty() || now.get().equals(seen) || !isSettled(now.get())) {
            return;
        }
        try {
            ListContent content = file.read();
            if (now.equals(file.fingerprint())) {
                bringTo(content);
                seen = now.get();
            }
        } catch (Problem faulty) {
            seen = now.get();
            LOG.error("{}", faulty.notice().both());
        } catch (RuntimeException | OutOfMemoryError passing) {
            rest = LOOKS_AFTER_FAILURE;
            throw passing;
        }
    }

    /** A file that is still being copied is another one at each look; and after a failure it is left alone for a while. */
    private boolean isSettled(String now) {
        if (rest > 0) {
            rest--;
            return false;
        }
        boolean settled = now.equals(lastLook);
        lastLook = now;
        return settled;
    }

    private void bringTo(ListContent content) {
        Edition present = edition;
        Optional<ListContent> before = present == null ? Optional.empty() : versions.content(present.number());
        if (present != null && before.filter(content::equals).isPresent()) {
            LOG.info("The list {} is as it was in version {}", file.name(), present.number());
            return;
        }
        coming = content.count();
        int number = versions.next();
        Optional<List<Change>> changes = before.flatMap(each -> each.changesTo(content, CHANGES));
        if (present == null || changes.isEmpty() || !revised(present.list(), number, changes.get(), content)) {
            setUp(number, content);
        }
    }

    /** Whether a revision could do it. */
    private boolean revised(HiddenList from, int number, List<Change> changes, ListContent content) {
        long missing = number - from.publication().version();
        if (missing > PASSED_OVER) {
            return false;
        }
        try {
            HiddenList list = from;
            List<Versions.Update> updates = new ArrayList<>();
            for (long left = missing; left > 0; left--) {
                Revision next = list.revised(left == 1 ? changes : List.of(), random, cores);
                list = next.list();
                updates.add(new Versions.Update(list.publication().version(), next.publicationUpdate()));
            }
            versions.keep(new Versions.Built(list, content), updates);
            serve(list);
            LOG.info("The list {} follows by {} changes", file.name(), changes.size());
            return true;
        } catch (Overflow full) {
            return false;
        }
    }

    private void setUp(int number, ListContent content) {
        LOG.info("The list {} is being set up: {} entries", file.name(), content.count());
        HiddenList list = HiddenList.of(new WatchedEntries(file.name(), content), key, number, random, cores);
        versions.keep(new Versions.Built(list, content), List.of());
        serve(list);
    }

    private void serve(HiddenList list) {
        Edition next = Edition.of(list, versions);
        edition = next;
        LOG.info(
                "The list {} is served in version {}: {} records, SHA-256 {}",
                file.name(),
                next.number(),
                list.records(),
                next.digest());
    }
}
