package org.sluice.worker.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.worker.data.DataHandle;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.data.DataSets;
import org.sluice.worker.notice.Problem;

/**
 * The data sets that a job may name, as the engine is told of them. Files are read again only where one has changed;
 * the list is told again now and then without a change, because an engine may have lost it.
 */
final class DataSetList {

    /** One set as it travels. */
    record Held(String handle, String name, int rows) {}

    private static final Logger LOG = LoggerFactory.getLogger(DataSetList.class);
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofMinutes(1);

    private final DataSets sets;
    private final Clock clock;
    private List<String> seen = List.of();
    private List<Held> present = List.of();
    private List<Held> known = List.of();
    private Instant knownUntil = Instant.EPOCH;

    DataSetList(DataSets sets, Clock clock) {
        this.sets = sets;
        this.clock = clock;
    }

    /** The list, where the engine may not know it. */
    Optional<List<Held>> news() {
        List<String> files = sets.fingerprints();
        if (!files.equals(seen)) {
            present = read();
            seen = files;
        }
        return present.equals(known) && clock.instant().isBefore(knownUntil) ? Optional.empty() : Optional.of(present);
    }

    void told(List<Held> list) {
        known = list;
        knownUntil = clock.instant().plus(TOLD_AGAIN_AFTER);
    }

    /** A set that a job could not use is left out, and the log says why. */
    private List<Held> read() {
        List<Held> found = new ArrayList<>();
        for (String name : sets.names()) {
            try {
                DataSet set = sets.read(name);
                DataHandle handle = DataHandle.parse(set.handle().toString());
                found.add(new Held(handle.toString(), handle.name(), set.rows()));
            } catch (Problem unusable) {
                LOG.warn("Left out: {}", unusable.notice().both());
            } catch (IllegalArgumentException unnameable) {
                LOG.warn("Left out: no job can name \"{}\"; use lower-case letters, digits and hyphens", name);
            }
        }
        return List.copyOf(found);
    }
}
