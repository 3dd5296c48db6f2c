package org.sluice.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.CaseId;
import org.sluice.shared.Flow;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.People;
import org.sluice.ui.operations.IncidentDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A message that fits nowhere stands in nobody's way, and in the end before the operator. Here two processes wait for the
 * same message of the same case, which the engine can't decide between.
 */
@HouseTest
class UndeliverableMessagesTest {

    /** More than one sweep looks at. */
    private static final int MANY = 60;

    @Autowired
    private EngineMessages messages;

    @Autowired
    private IncidentDesk desk;

    @Autowired
    private Flow flow;

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private People people;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private CaseId caseId;
    private String deployment;
    private List<ProcessInstance> waiting;

    @BeforeEach
    void twoProcessesWaitForTheSame() {
        caseId = CaseId.of(intakes.submitted());
        var model = Bpmn.createExecutableProcess("manyWaits")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .parallelGateway("fork");
        for (var name : names()) {
            model.intermediateCatchEvent("wait" + name).message(name).endEvent().moveToNode("fork");
        }
        deployment = repository
                .createDeployment()
                .addModelInstance("many-waits.bpmn", model.done())
                .deploy()
                .getId();
        waiting = List.of(start(), start());
    }

    private ProcessInstance start() {
        return engine.startProcessInstanceByKey("manyWaits", caseId.toString());
    }

    @AfterEach
    void nothingOfItIsLeft() {
        jdbc.sql("delete from sluice.engine_message where name like 'unfit%'").update();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void blocksNoNewerOne() {
        send(names());
        Awaitility.await().until(() -> attempted() == MANY);
        var other = CaseId.of(intakes.submitted());

        api.write("business-requester", "/requirements/" + other + "/withdraw", Map.of("reason", "called off"))
                .ok();

        Awaitility.await().until(() -> delivered("requirementWithdrawn", other));
    }

    @Test
    void isPutOffLongerEachTime() {
        send(List.of("unfit1"));
        Awaitility.await().until(() -> attempted() == 1);

        assertThat(putOff()).isBetween(1L, 4L);
        failUntil(5);
        assertThat(putOff()).isBetween(20L, 60L);
        messages.deliver();
        assertThat(attempts()).as("not before its time").isEqualTo(5);
    }

    @Test
    void standsBeforeTheOperatorAfterItsLastAttemptAndGoesOnAfterTheRetry() {
        send(List.of("unfit1"));
        Awaitility.await().until(() -> attempted() == 1);
        assertThat(incidents()).isEmpty();

        failUntil(EngineMessages.ATTEMPTS);

        var row = incidents().get(0);
        assertThat(incidents()).hasSize(1);
        assertThat(row.retryable()).isTrue();
        assertThat(row.element()).isEqualTo("unfit1");
        assertThat(row.processKey()).isEqualTo("requirement-intake");
        assertThat(row.message().en()).contains("unfit1");
        assertThat(actions()).contains("message.stuck");
        comesDue();
        messages.deliver();
        assertThat(attempts()).as("nobody tries it any more").isEqualTo(EngineMessages.ATTEMPTS);

        engine.deleteProcessInstance(waiting.get(0).getId(), "mended");
        people.does("platform-ops", () -> desk.retry(row.id()));

        Awaitility.await().until(() -> delivered("unfit1", caseId));
        assertThat(incidents()).isEmpty();
        assertThat(actions()).contains("incident.retried");
    }

    private static List<String> names() {
        return IntStream.rangeClosed(1, MANY).mapToObj(n -> "unfit" + n).toList();
    }

    private void send(List<String> names) {
        transaction.executeWithoutResult(status -> names.forEach(name -> flow.send(name, caseId)));
    }

    /** As if its time had come again and again; the sweep may come in between. */
    private void failUntil(int attempts) {
        Awaitility.await().pollInSameThread().until(() -> {
            if (attempts() < attempts) {
                comesDue();
                messages.deliver();
            }
            return attempts() >= attempts;
        });
    }

    private void comesDue() {
        jdbc.sql("update sluice.engine_message set next_at = at where name = 'unfit1'")
                .update();
    }

    private List<IncidentDesk.Row> incidents() {
        return people.as("platform-ops", () -> desk.page(0, 50)).items().stream()
                .filter(row -> caseId.equals(row.caseId()))
                .toList();
    }

    private long attempted() {
        return jdbc.sql("select count(*) from sluice.engine_message where name like 'unfit%' and attempts > 0")
                .query(Long.class)
                .single();
    }

    private int attempts() {
        return jdbc.sql("select attempts from sluice.engine_message where name = 'unfit1'")
                .query(Integer.class)
                .single();
    }

    /** Seconds between the last attempt and the next. */
    private long putOff() {
        return jdbc.sql(
                        "select extract(epoch from next_at - tried_at)::bigint from sluice.engine_message where name = 'unfit1'")
                .query(Long.class)
                .single();
    }

    private boolean delivered(String name, CaseId of) {
        return jdbc.sql("select delivered_at is not null from sluice.engine_message where name = ? and case_id = ?")
                .params(name, of.value())
                .query(Boolean.class)
                .single();
    }

    private List<String> actions() {
        return jdbc.sql("select action from sluice.audit_event where case_id = ?")
                .param(caseId.value())
                .query(String.class)
                .list();
    }
}
