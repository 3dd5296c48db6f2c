package org.sluice.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.NotPermitted;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.process.privacy.PartyState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far a worker says that it is. Of a task at most one report a second is kept, beside those that begin another step;
 * the others cost nothing and are forgotten.
 */
@Service
public class PartyProgress {

    /** @param waits why the worker waits, if it does and says so */
    public record Report(
            MatchTestStep step,
            long done,
            long total,
            long bytes,
            @Nullable LocalText waits) {}

    private record Last(String party, MatchTestStep step, Instant at) {}

    private static final Duration KEPT_EVERY = Duration.ofSeconds(1);
    private static final int REMEMBERED = 1000;

    private final MatchTestStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, Last> last = new LinkedHashMap<>();

    PartyProgress(MatchTestStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws NotFound when there is no such task, or it has ended
     * @throws NotPermitted when it is another party's
     */
    @Transactional(readOnly = true)
    public void mayTell(String party, String externalTask) {
        var known = remembered(externalTask);
        if (known == null || !known.party().equals(party)) {
            part(party, externalTask);
        }
    }

    /** As {@link #mayTell}, and keeps what is told. */
    @Transactional
    public void tell(String party, String externalTask, Report report) {
        var known = remembered(externalTask);
        var now = clock.instant();
        if (known != null
                && known.party().equals(party)
                && known.step() == report.step()
                && now.isBefore(known.at().plus(KEPT_EVERY))) {
            return;
        }
        var part = part(party, externalTask);
        remember(externalTask, new Last(party, report.step(), now));
        store.progress(part.job(), party, report);
        events.publishEvent(new MatchTestMoved(store.get(part.job()).caseId()));
    }

    private MatchTestStore.Part part(String party, String externalTask) {
        var part = store.ofExternalTask(externalTask).orElseThrow(() -> new NotFound("partyTask", externalTask));
        if (!part.party().equals(party)) {
            throw new NotPermitted("partyTask");
        }
        if (part.state() != PartyState.WAITING && part.state() != PartyState.RUNNING) {
            forget(externalTask);
            throw new NotFound("partyTask", externalTask);
        }
        return part;
    }

    private @Nullable Last remembered(String task) {
        synchronized (last) {
            return last.get(task);
        }
    }

    private void remember(String task, Last report) {
        synchronized (last) {
            last.remove(task);
            last.put(task, report);
            if (last.size() > REMEMBERED) {
                last.remove(last.keySet().iterator().next());
            }
        }
    }

    private void forget(String task) {
        synchronized (last) {
            last.remove(task);
        }
    }
}
