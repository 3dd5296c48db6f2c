package org.sluice.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.sluice.process.CaseId;
import org.sluice.process.NotFound;
import org.sluice.process.NotPermitted;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.sluice.support.People;
import org.sluice.ui.operations.IncidentDesk;
import org.springframework.beans.factory.annotation.Autowired;

/** What got stuck is seen by the operator, and by nobody else, and goes on after a retry. */
@HouseTest
class IncidentsTest {

    @Autowired
    private IncidentDesk desk;

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Jobs jobs;

    @Autowired
    private ManagementService engine;

    @Autowired
    private People people;

    @Test
    void aStuckCaseIsListedAndGoesOnAfterItsRetry() {
        var caseId = stuckAfterConfirmation();

        var row = people.as("platform-ops", () -> desk.page(0, 50).items().stream()
                .filter(incident -> CaseId.of(caseId).equals(incident.caseId()))
                .findFirst()
                .orElseThrow());
        assertThat(row.element()).isEqualTo("confirmNeed");
        assertThat(row.retryable()).isTrue();

        people.does("platform-ops", () -> desk.retry(row.id()));
        jobs.run();

        assertThat(intakes.state(caseId)).isEqualTo("TRIAGED");
        assertThatThrownBy(() -> people.does("platform-ops", () -> desk.retry(row.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void onlyTheOperatorLooksAndRetries() {
        assertThatThrownBy(() -> people.as("data-intake", () -> desk.page(0, 10)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> people.does("data-intake", () -> desk.retry("any")))
                .isInstanceOf(NotPermitted.class);
    }

    /** A job without retries is what the engine makes an incident of. */
    private String stuckAfterConfirmation() {
        var caseId = intakes.submitted();
        var task = intakes.task(caseId).get("id").asText();
        api.write("business-owner", "/tasks/" + task + "/complete", Map.of("confirmed", true, "inHouseFeasible", false))
                .ok();
        var job = engine.createJobQuery().messages().list();
        assertThat(job).hasSize(1);
        engine.setJobRetries(job.get(0).getId(), 0);
        return caseId;
    }
}
