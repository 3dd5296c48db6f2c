package org.sluice.privacy;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sluice.process.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Who looks at which case's match tests just now. In memory: one JVM serves all. */
@Component
class MatchTestWatchers {

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

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void happened(MatchTestMoved moved) {
        watchers.getOrDefault(moved.caseId(), Set.of()).forEach(Runnable::run);
    }
}
