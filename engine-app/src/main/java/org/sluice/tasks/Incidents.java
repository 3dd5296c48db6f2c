package org.sluice.tasks;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.Page;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.process.privacy.WorkerWords;
import org.sluice.shared.Access;
import org.sluice.shared.Actors;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.ui.operations.IncidentDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the house could not do by itself: jobs that the engine has given up, tasks that a worker has, and messages that
 * reach no process. The operator of the platform gives them another try.
 */
@Service
class Incidents implements IncidentDesk {

    /** How the key of a message begins; the engine's own keys are numbers. */
    private static final String MESSAGE = "message-";

    private static final int RETRIES = 3;
    private static final Set<String> RETRYABLE =
            Set.of(Incident.FAILED_JOB_HANDLER_TYPE, Incident.EXTERNAL_TASK_HANDLER_TYPE);

    private final RuntimeService engine;
    private final ManagementService jobs;
    private final ExternalTaskService tasks;
    private final HistoryService history;
    private final Access access;
    private final Actors actors;
    private final CaseFiles files;
    private final EngineMessages messages;
    private final ApplicationEventPublisher events;

    Incidents(
            RuntimeService engine,
            ManagementService jobs,
            ExternalTaskService tasks,
            HistoryService history,
            Access access,
            Actors actors,
            CaseFiles files,
            EngineMessages messages,
            ApplicationEventPublisher events) {
        this.engine = engine;
        this.jobs = jobs;
        this.tasks = tasks;
        this.history = history;
        this.access = access;
        this.actors = actors;
        this.files = files;
        this.messages = messages;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Row> page(int offset, int limit) {
        requireOperator();
        var causes = engine.createIncidentQuery().orderByIncidentTimestamp().desc().list().stream()
                .filter(Incidents::isCause)
                .toList();
        // both sources from their beginning, since only together they tell what stands at the offset
        var jobRows = causes.stream().limit((long) offset + limit).map(this::row);
        var messageRows = messages.stuck(offset + limit).stream().map(this::row);
        return new Page<>(
                causes.size() + messages.stuckCount(),
                Stream.concat(jobRows, messageRows)
                        .sorted(Comparator.comparing(Row::since).reversed())
                        .skip(offset)
                        .limit(limit)
                        .toList());
    }

    /** The engine repeats an incident at each call activity above, without a word and with nothing to be retried there. */
    private static boolean isCause(Incident incident) {
        return incident.getId().equals(incident.getRootCauseIncidentId());
    }

    @Override
    @Transactional
    public void retry(String incidentKey) {
        requireOperator();
        if (incidentKey.startsWith(MESSAGE)) {
            retryMessage(incidentKey);
        } else {
            retryJob(incidentKey);
        }
    }

    private void retryMessage(String incidentKey) {
        var message = messages.stuck(Integer.MAX_VALUE).stream()
                .filter(each -> key(each).equals(incidentKey) && messages.retry(each))
                .findFirst()
                .orElseThrow(() -> new NotFound("incident", incidentKey));
        retried(incidentKey, message.caseId(), message.name());
    }

    private void retryJob(String incidentKey) {
        var incident = Optional.ofNullable(
                        engine.createIncidentQuery().incidentId(incidentKey).singleResult())
                .orElseThrow(() -> new NotFound("incident", incidentKey));
        switch (incident.getIncidentType()) {
            case Incident.FAILED_JOB_HANDLER_TYPE -> jobs.setJobRetries(incident.getConfiguration(), RETRIES);
            case Incident.EXTERNAL_TASK_HANDLER_TYPE -> tasks.setRetries(incident.getConfiguration(), RETRIES);
            default -> throw new Conflict("incidentNotRetryable", incident.getIncidentType());
        }
        retried(incidentKey, caseOf(incident), incident.getActivityId());
    }

    private void retried(String incidentKey, @Nullable CaseId caseId, @Nullable String waitsFor) {
        events.publishEvent(Auditable.of("incident.retried", caseId, actors.current(), "incident " + incidentKey)
                .with("waitsFor", waitsFor));
    }

    private void requireOperator() {
        access.requireActs(actors.current(), Role.PLATFORM_OPS, UnitCode.HEAD_OFFICE);
    }

    private static String key(EngineMessages.Stuck message) {
        return MESSAGE + message.id();
    }

    private Row row(EngineMessages.Stuck message) {
        return new Row(
                key(message),
                message.caseId(),
                files.get(message.caseId()).number(),
                processOf(message.caseId()),
                message.name(),
                new LocalText(message.error(), message.error()),
                message.since(),
                true);
    }

    /** The process with which the case began. */
    private String processOf(CaseId caseId) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .orderByProcessInstanceStartTime()
                .asc()
                .listPage(0, 1)
                .stream()
                .map(HistoricProcessInstance::getProcessDefinitionKey)
                .findFirst()
                .orElse("");
    }

    private Row row(Incident incident) {
        var caseId = caseOf(incident);
        var definition = incident.getProcessDefinitionId();
        return new Row(
                incident.getId(),
                caseId,
                caseId == null ? null : files.get(caseId).number(),
                definition == null ? "" : definition.substring(0, definition.indexOf(':')),
                incident.getActivityId() == null ? "" : incident.getActivityId(),
                WorkerWords.read(Objects.requireNonNullElse(incident.getIncidentMessage(), "")),
                incident.getIncidentTimestamp().toInstant(),
                RETRYABLE.contains(incident.getIncidentType()));
    }

    private @Nullable CaseId caseOf(Incident incident) {
        var instance = incident.getProcessInstanceId();
        if (instance == null) {
            return null;
        }
        var found = history.createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult();
        return found == null || found.getBusinessKey() == null
                ? null
                : new CaseId(UUID.fromString(found.getBusinessKey()));
    }
}
