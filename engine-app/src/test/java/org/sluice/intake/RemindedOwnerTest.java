package org.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.springframework.beans.factory.annotation.Autowired;

/** A reminder reaches those whom it is for: it is seen on the very task that waits. */
@HouseTest
class RemindedOwnerTest {

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private ManagementService engine;

    @Test
    void theTaskSaysThatItsOwnerWasReminded() {
        var caseId = intakes.submitted();
        var other = intakes.submitted();
        assertThat(task(caseId).get("remindedAt").isNull()).isTrue();

        engine.executeJob(engine.createJobQuery()
                .processInstanceId(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseId)
                        .singleResult()
                        .getId())
                .activityId("ownerReminder")
                .singleResult()
                .getId());

        assertThat(task(caseId).get("remindedAt").asText()).isNotBlank().isNotEqualTo("null");
        assertThat(task(other).get("remindedAt").isNull()).isTrue();
    }

    private JsonNode task(String caseId) {
        return api.read("business-owner", "/tasks?caseId=" + caseId).ok().at("/items/0");
    }
}
