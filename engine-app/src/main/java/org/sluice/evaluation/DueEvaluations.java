package org.sluice.evaluation;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.shared.Actors;
import org.sluice.shared.IdempotentRequests;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts what is due, every morning. One product has one evaluation at a time, so that the job may run again, and on several
 * machines; one that cannot be started holds up no other.
 */
@Service
public class DueEvaluations {

    private static final Logger LOG = LoggerFactory.getLogger(DueEvaluations.class);

    private final Evaluations evaluations;
    private final IdempotentRequests requests;
    private final Actors actors;

    DueEvaluations(Evaluations evaluations, IdempotentRequests requests, Actors actors) {
        this.evaluations = evaluations;
        this.requests = requests;
        this.actors = actors;
    }

    @Scheduled(cron = "0 0 7 * * MON-FRI", zone = "Asia/Shanghai")
    void everyMorning() {
        var started = startAll();
        LOG.info("{} evaluations started that were due", started);
    }

    /**
     * The same for a person who does not want to wait for the morning.
     *
     * @param idempotencyKey the same key sent again answers the same and starts nothing; null asks for no protection
     * @return how many were started
     * @throws org.sluice.process.NotPermitted when the signed-in person may start none
     */
    @Transactional
    public int startNow(@Nullable String idempotencyKey) {
        evaluations.requireStart();
        return requests.once(
                actors.current(), idempotencyKey, "evaluation.startDue", "", Integer.class, this::startAll);
    }

    private int startAll() {
        int started = 0;
        for (var due : evaluations.due()) {
            try {
                started += evaluations.startDue(due) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.warn("The evaluation of product {} could not be started: {}", due.product(), e.toString());
            }
        }
        return started;
    }
}
