package org.sluice.privacy.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.ExternalTaskState;
import org.camunda.bpm.engine.impl.history.event.HistoricExternalTaskLogEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.sluice.privacy.PartyWork;
import org.sluice.process.privacy.PrivacyRangeTopic;
import org.sluice.process.privacy.WorkerWords;
import org.sluice.shared.process.ProcessCases;
import org.springframework.stereotype.Component;

/**
 * Passes on what happens to the tasks of workers, in the engine's own transaction: a task's row and our part in it are
 * one truth. An incident tells what the log of a task does not: that no retry is left, or that there are some again.
 */
@Component
class PartyTaskEvents {

    private final List<PartyWork> kinds;
    private final RuntimeService engine;
    private final ProcessCases cases;

    PartyTaskEvents(List<PartyWork> kinds, RuntimeService engine, ProcessCases cases) {
        this.kinds = List.copyOf(kinds);
        this.engine = engine;
        this.cases = cases;
    }

    static boolean concern(HistoryEvent event) {
        if (event instanceof HistoricExternalTaskLogEntity log) {
            return log.getTopicName() != null
                    && WorkerTopic.named(log.getTopicName()).isPresent();
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
        // before our rows, as everybody else does it, so that nobody waits for one with the other in hand
        cases.lock(log.getExecutionId());
        if (log.getState() == ExternalTaskState.CREATED.getStateCode()) {
            var offer = new PartyWork.Offer(
                    log.getTopicName(), log.getProcessInstanceId(), log.getExternalTaskId(), range(log));
            kinds.forEach(kind -> kind.offer(offer).forEach(this::renew));
        } else if (log.getState() == ExternalTaskState.SUCCESSFUL.getStateCode()) {
            kinds.forEach(kind -> kind.handedIn(log.getExternalTaskId()));
        } else if (log.getState() == ExternalTaskState.FAILED.getStateCode()) {
            var words = WorkerWords.read(Objects.requireNonNullElse(log.getErrorMessage(), ""));
            kinds.forEach(kind -> kind.putBack(log.getExternalTaskId(), words));
        }
    }

    private @Nullable Long range(HistoricExternalTaskLogEntity log) {
        return log.getTopicName().equals(PrivacyRangeTopic.NAME)
                ? PrivacyRangeTopic.RANGE.decode(
                        engine.getVariable(log.getExecutionId(), PrivacyRangeTopic.RANGE.name()))
                : null;
    }

    private void incident(HistoricIncidentEventEntity incident) {
        if (incident.isOpen()) {
            kinds.forEach(kind -> kind.giveUp(incident.getConfiguration()));
        } else if (incident.isResolved()) {
            kinds.forEach(kind -> kind.retry(incident.getConfiguration()).forEach(this::renew));
        }
    }

    private void renew(PartyWork.Renewal renewal) {
        engine.setVariables(renewal.processInstance(), renewal.flags().values());
    }
}
