package org.sluice.insight;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.sluice.shared.Auditable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Who looks at which case just now, and is told when another person has acted in it. In memory: one JVM serves all. */
@Component
class CaseWatchers {

    private record Watcher(PersonId person, Consumer<LocalText> told) {}

    private final Map<CaseId, Set<Watcher>> watchers = new ConcurrentHashMap<>();

    /** @return ends the watch; to end it twice changes nothing */
    Runnable add(CaseId caseId, PersonId person, Consumer<LocalText> told) {
        var watcher = new Watcher(person, told);
        watchers.compute(caseId, (id, known) -> {
            var all = known == null ? ConcurrentHashMap.<Watcher>newKeySet() : known;
            all.add(watcher);
            return all;
        });
        return () -> watchers.computeIfPresent(caseId, (id, known) -> {
            known.remove(watcher);
            return known.isEmpty() ? null : known;
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void happened(Auditable event) {
        var actor = event.actor();
        if (event.caseId() == null || actor == null) {
            return;
        }
        watchers.getOrDefault(event.caseId(), Set.of()).stream()
                .filter(watcher -> !watcher.person().equals(actor.id()))
                .forEach(watcher -> watcher.told().accept(actor.name()));
    }
}
