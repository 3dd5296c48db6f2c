package org.sluice.worker.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.worker.data.DataHandle;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.data.DataSets;
import org.sluice.worker.notice.Problem;

/**
 * The data sets that a job may name, as the engine is told of them. A set is read again only where it may have changed,
 * or could not be read for a reason that may pass; the list is told again now and then without a change, because an
 * engine may have lost it.
 */
final class DataSetList {

    /**
     * One set as it travels.
     *
     * @param valued whether its identifiers have values
     */
    record Held(String handle, String name, int rows, boolean valued) {}

    /**
     * What became of the last look.
     *
     * @param held none where a job could not use the set
     * @param again when to look again without a change
     */
    private record Look(String fingerprint, Optional<Held> held, Instant again) {}

    private static final Logger LOG = LoggerFactory.getLogger(DataSetList.class);
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final Duration LOOKS_AGAIN_AFTER = Duration.ofSeconds(30);

    private final DataSets sets;
    private final Clock clock;
    private Map<String, Look> looks = Map.of();
    private List<Held> known = List.of();
    private Instant knownUntil = Instant.EPOCH;

    DataSetList(DataSets sets, Clock clock) {
        this.sets = sets;
        this.clock = clock;
    }

    /** The list, where the engine may not know it. */
    Optional<List<Held>> news() {
        Map<String, Look> present = new TreeMap<>();
        sets.fingerprints(clock.instant()).forEach((name, fingerprint) -> {
            Look last = looks.get(name);
            boolean stands = last != null
                    && last.fingerprint().equals(fingerprint)
                    && clock.instant().isBefore(last.again());
            present.put(name, stands ? last : look(name, fingerprint));
        });
        looks = present;
        List<Held> list =
                present.values().stream().flatMap(each -> each.held().stream()).toList();
        return list.equals(known) && clock.instant().isBefore(knownUntil) ? Optional.empty() : Optional.of(list);
    }

    void told(List<Held> list) {
        known = list;
        knownUntil = clock.instant().plus(TOLD_AGAIN_AFTER);
    }

    /** A set that a job could not use is left out, and the log says why. */
    private Look look(String name, String fingerprint) {
        Instant again = Instant.MAX;
        try {
            DataSet set = sets.read(name);
            DataHandle handle = DataHandle.parse(set.handle().toString());
            Held held = new Held(
                    handle.toString(), handle.name(), set.rows(), set.values().isPresent());
            return new Look(fingerprint, Optional.of(held), Instant.MAX);
        } catch (Problem unusable) {
            LOG.warn("Left out: {}", unusable.notice().both());
            again = unusable.notice().code().mayPass() ? clock.instant().plus(LOOKS_AGAIN_AFTER) : Instant.MAX;
        } catch (IllegalArgumentException unnameable) {
            LOG.warn("Left out: no job can name \"{}\"; use lower-case letters, digits and hyphens", name);
        }
        return new Look(fingerprint, Optional.empty(), again);
    }
}
