package org.sluice.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.process.NotFound;
import org.sluice.process.NotPermitted;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.process.privacy.PartyState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far a worker says that it is. Of a task at most one report a second is kept, beside those that begin another step;
 * the others cost nothing and are forgotten.
 */
@Service
public class PartyProgress {

    private record Last(String party, MatchTestStep step, Instant at) {}

    private static final Duration KEPT_EVERY = Duration.ofSeconds(1);
    private static final int REMEMBERED = 1000;

    private final List<PartyWork> kinds;
    private final Clock clock;
    private final Map<String, Last> last = new LinkedHashMap<>();

    PartyProgress(List<PartyWork> kinds, Clock clock) {
        this.kinds = List.copyOf(kinds);
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
            kind(party, externalTask);
        }
    }

    /** As {@link #mayTell}, and keeps what is told. */
    @Transactional
    public void tell(String party, String externalTask, PartyWork.Report report) {
        var known = remembered(externalTask);
        var now = clock.instant();
        if (known != null
                && known.party().equals(party)
                && known.step() == report.step()
                && now.isBefore(known.at().plus(KEPT_EVERY))) {
            return;
        }
        var kind = kind(party, externalTask);
        remember(externalTask, new Last(party, report.step(), now));
        kind.progress(externalTask, report);
    }

    private PartyWork kind(String party, String externalTask) {
        for (var kind : kinds) {
            var task = kind.find(externalTask);
            if (task.isPresent()) {
                require(task.get(), party, externalTask);
                return kind;
            }
        }
        throw new NotFound("partyTask", externalTask);
    }

    private void require(PartyWork.Task task, String party, String externalTask) {
        if (!task.party().equals(party)) {
            throw new NotPermitted("partyTask");
        }
        if (task.state() != PartyState.WAITING && task.state() != PartyState.RUNNING) {
            forget(externalTask);
            throw new NotFound("partyTask", externalTask);
        }
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
