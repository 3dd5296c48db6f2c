package org.sluice.evaluation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Starts what is due, every morning. One product has one evaluation at a time, so that the job may run again, and on several
 * machines; one that cannot be started holds up no other.
 */
@Service
public class DueEvaluations {

    private static final Logger LOG = LoggerFactory.getLogger(DueEvaluations.class);

    private final Evaluations evaluations;

    DueEvaluations(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Scheduled(cron = "0 0 7 * * MON-FRI", zone = "Asia/Shanghai")
    void everyMorning() {
        var started = startAll();
        LOG.info("{} evaluations started that were due", started);
    }

    /**
     * The same for a person who does not want to wait for the morning.
     *
     * @return how many were started
     * @throws org.sluice.process.NotPermitted when the signed-in person may start none
     */
    public int startNow() {
        evaluations.requireStart();
        return startAll();
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
