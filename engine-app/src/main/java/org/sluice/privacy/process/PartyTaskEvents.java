package org.sluice.privacy.process;

import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.ExternalTaskState;
import org.camunda.bpm.engine.impl.history.event.HistoricExternalTaskLogEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.runtime.Incident;
import org.sluice.privacy.PartyJobs;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.process.privacy.WorkerWords;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/**
 * Passes on what happens to the tasks of workers, in the engine's own transaction: a task's row and our part in it are
 * one truth. An incident tells what the log of a task does not: that no retry is left, or that there are some again.
 */
@Component
class PartyTaskEvents {

    private final PartyJobs jobs;
    private final RuntimeService engine;

    PartyTaskEvents(PartyJobs jobs, RuntimeService engine) {
        this.jobs = jobs;
        this.engine = engine;
    }

    static boolean concern(HistoryEvent event) {
        if (event instanceof HistoricExternalTaskLogEntity log) {
            return MatchTestTopic.NAME.equals(log.getTopicName());
        }
        return event instanceof HistoricIncidentEventEntity incident
                && Incident.EXTERNAL_TASK_HANDLER_TYPE.equals(incident.getIncidentType());
    }

    void hear(HistoryEvent event) {
        if (event instanceof HistoricExternalTaskLogEntity log) {
            task(log);
        } else if (event instanceof HistoricIncidentEventEntity incident) {
            incident(incident);
        }
    }

    private void task(HistoricExternalTaskLogEntity log) {
        if (log.getState() == ExternalTaskState.CREATED.getStateCode()) {
            jobs.offer(log.getProcessInstanceId(), log.getExternalTaskId());
        } else if (log.getState() == ExternalTaskState.FAILED.getStateCode()) {
            var words = WorkerWords.read(Objects.requireNonNullElse(log.getErrorMessage(), ""));
            jobs.putBack(log.getExternalTaskId(), words);
        }
    }

    private void incident(HistoricIncidentEventEntity incident) {
        if (incident.isOpen()) {
            jobs.giveUp(incident.getConfiguration());
        } else if (incident.isResolved()) {
            jobs.retry(incident.getConfiguration()).forEach(this::renew);
        }
    }

    private void renew(PartyJobs.Renewal renewal) {
        var deadline = Flags.of(MatchTestTopic.DEADLINE, Date.from(renewal.deadline()));
        engine.setVariables(renewal.processInstance(), deadline.values());
    }
}
