package org.sluice.tasks;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.NotFound;
import org.sluice.process.Page;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.shared.Access;
import org.sluice.shared.Actors;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.ui.operations.IncidentDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the engine could not do by itself; the operator of the platform gives it another try. */
@Service
class Incidents implements IncidentDesk {

    private final RuntimeService engine;
    private final ManagementService jobs;
    private final HistoryService history;
    private final Access access;
    private final Actors actors;
    private final CaseFiles files;
    private final ApplicationEventPublisher events;

    Incidents(
            RuntimeService engine,
            ManagementService jobs,
            HistoryService history,
            Access access,
            Actors actors,
            CaseFiles files,
            ApplicationEventPublisher events) {
        this.engine = engine;
        this.jobs = jobs;
        this.history = history;
        this.access = access;
        this.actors = actors;
        this.files = files;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Row> page(int offset, int limit) {
        requireOperator();
        var query = engine.createIncidentQuery().orderByIncidentTimestamp().desc();
        return new Page<>(
                query.count(),
                query.listPage(offset, limit).stream().map(this::row).toList());
    }

    @Override
    @Transactional
    public void retry(String incidentKey) {
        requireOperator();
        var incident = Optional.ofNullable(
                        engine.createIncidentQuery().incidentId(incidentKey).singleResult())
                .orElseThrow(() -> new NotFound("incident", incidentKey));
        switch (incident.getIncidentType()) {
            case Incident.FAILED_JOB_HANDLER_TYPE -> jobs.setJobRetries(incident.getConfiguration(), 3);
            default -> throw new Conflict("incidentNotRetryable", incident.getIncidentType());
        }
        events.publishEvent(
                Auditable.of("incident.retried", caseOf(incident), actors.current(), "incident " + incidentKey)
                        .with("waitsFor", incident.getActivityId()));
    }

    private void requireOperator() {
        access.requireActs(actors.current(), Role.PLATFORM_OPS, UnitCode.HEAD_OFFICE);
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
                incident.getIncidentMessage() == null ? "" : incident.getIncidentMessage(),
                incident.getIncidentTimestamp().toInstant(),
                Incident.FAILED_JOB_HANDLER_TYPE.equals(incident.getIncidentType()));
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
