package org.sluice.privacy;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sluice.process.CaseId;

/** Who looks at one side of which case just now. In memory: one JVM serves all. */
abstract class CaseWatchers {

    private final Map<CaseId, Set<Runnable>> watchers = new ConcurrentHashMap<>();

    /** @return ends the watch; to end it twice changes nothing */
    Runnable add(CaseId caseId, Runnable moved) {
        watchers.compute(caseId, (id, known) -> {
            var all = known == null ? ConcurrentHashMap.<Runnable>newKeySet() : known;
            all.add(moved);
            return all;
        });
        return () -> watchers.computeIfPresent(caseId, (id, known) -> {
            known.remove(moved);
            return known.isEmpty() ? null : known;
        });
    }

    /** Tells whoever looks at the case. */
    void tell(CaseId caseId) {
        watchers.getOrDefault(caseId, Set.of()).forEach(Runnable::run);
    }
}
